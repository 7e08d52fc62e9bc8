"""Claims -> facts -> episodes, and the questions that are asked of them."""

from geodata.timeline.actors import Actors, load_actors
from geodata.timeline.axis import (
    Axis,
    AxisDeadline,
    AxisEvent,
    AxisPublication,
    DayCount,
    make_axis,
)
from geodata.timeline.compiling import (
    Course,
    compile_courses,
    compile_episodes,
    compile_happenings,
)
from geodata.timeline.frames import Difference, change_days, difference, frame, frame_over
from geodata.timeline.gathering import gather_facts
from geodata.timeline.happenings import Happening
from geodata.timeline.labels import region_words
from geodata.timeline.origins import count_origins, propose_origins, sources_words
from geodata.timeline.stages import Stage
from geodata.timeline.telling import claims_that_agree

__all__ = [
    "Actors",
    "Axis",
    "AxisDeadline",
    "AxisEvent",
    "AxisPublication",
    "Course",
    "DayCount",
    "Difference",
    "Happening",
    "Stage",
    "change_days",
    "claims_that_agree",
    "compile_courses",
    "compile_episodes",
    "compile_happenings",
    "count_origins",
    "difference",
    "frame",
    "frame_over",
    "gather_facts",
    "load_actors",
    "make_axis",
    "propose_origins",
    "region_words",
    "sources_words",
]
