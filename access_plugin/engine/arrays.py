"""Arrays as annotations name them: by what they hold, whatever its width and their shape."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.floating[Any]]
Ints: TypeAlias = npt.NDArray[np.integer[Any]]
Bools: TypeAlias = npt.NDArray[np.bool_]
#: Texts, or shapes: any of Python's objects.
Objects: TypeAlias = npt.NDArray[np.object_]
#: Rows of named fields.
Records: TypeAlias = npt.NDArray[np.void]
#: What a compiled loop keeps for itself.
Int32s: TypeAlias = npt.NDArray[np.int32]
#: Two, or three, arrays of whole numbers that belong together.
Pair: TypeAlias = tuple[Ints, Ints]
Triple: TypeAlias = tuple[Ints, Ints, Ints]
#: Arrays of any kind by their names.
Arrays: TypeAlias = dict[str, npt.NDArray[Any]]
#: A whole number, Python's own or numpy's.
Whole: TypeAlias = int | np.integer[Any]
#: In place of what its owner fills in itself, where it is not given.
LATER: Any = None
