"""The marks of hooks: kept apart, so that a plugin that only names its rules imports nothing else."""

import pluggy

hookspec = pluggy.HookspecMarker("newslint")
hookimpl = pluggy.HookimplMarker("newslint")
