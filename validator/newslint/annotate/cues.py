"""Words that tie a speaker to what is said: data that several annotators read."""

from __future__ import annotations

#: verbs that hardly do anything but report speech, as an alternation
SAYS = (
    "said|says|told|tells|added|adds|wrote|writes|declared|declares|explained|explains|argued|argues|warned|warns|announced|insisted|insists|"
    "noted|notes|tweeted|continued|stated|states|replied|concluded|claimed|claims"
)
