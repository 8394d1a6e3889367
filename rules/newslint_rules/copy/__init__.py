"""Copy that is not part of the story, or stands in it twice."""
