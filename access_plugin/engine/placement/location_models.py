"""The location models, one small class each (DOMAIN § 6): what a candidate scores for a place, how a result is told.

All maximise over *y* in {0, 1} (which candidates are chosen, *p* of them) what the chosen ones score for the demand
*i* of weight *w*: ``Σ_i w_i f_i(scores of the chosen)``, where *f* is the best score (or, for the backup, half of the
best and half of the second). They are one problem, :class:`solving.problem.Problem`, but for the p-centre.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import numpy as np

from ..arrays import Bools, Floats
from ..text import translate
from .solving.problem import Problem

if TYPE_CHECKING:
    from .models import Reach

#: What the first doctor within the threshold counts for, and a second one (BACOP2: Hogan & ReVelle 1986).
BACKUP_STEPS = (0.5, 0.5)


def closeness(minutes: Floats, full: float, none: float) -> Floats:
    """Return what a time counts for under gradual coverage (Church & Roberts 1983).

    1 up to `full` minutes, 0 from `none` on, in proportion between.
    """
    minutes = np.nan_to_num(np.asarray(minutes, float), nan=np.inf)
    share: Floats = np.clip((none - minutes) / (none - full), 0.0, 1.0)
    return share


class LocationModel:
    """Maximal covering (Church & ReVelle 1974), and what all models have of it.

    ``max Σ_i w_i z_i`` with ``z_i ≤ Σ_j a_ij y_j``, ``Σ_j y_j = p``; ``a_ij`` is 1 where candidate *j* is within the
    threshold of a place *i* that is beyond it today.

    Attributes
    ----------
    key
        A word of ``defaults.MODELS``.
    covers
        Who is within the threshold has nothing to gain.
    covers_wholly
        A place is served or it is not.
    in_minutes
        What is gained is people × minutes.
    finds_fewest
        The number of places is the answer, and not given.
    takes_parts
        Knows part of the week, and a share to be reached.
    takes_room
        Knows how many people each place takes at most.
    by_longest
        The longest time is what is gained on.
    tells_shares
        What a place gains is a share of all that can be gained.
    counts_existing
        First responders that exist are counted with the candidates.
    steps
        What the best score of a place counts for, and each further one.
    sentence, sentence_of_parts, sentence_of_room
        The result, of a number of places: as it is, where they are there for part of the week, where each takes only
        so many people.
    """

    key: ClassVar[str] = "mclp"
    covers: ClassVar[bool] = True
    covers_wholly: ClassVar[bool] = True
    in_minutes: ClassVar[bool] = False
    finds_fewest: ClassVar[bool] = False
    takes_parts: ClassVar[bool] = True
    takes_room: ClassVar[bool] = True
    by_longest: ClassVar[bool] = False
    tells_shares: ClassVar[bool] = True
    counts_existing: ClassVar[bool] = False
    steps: ClassVar[tuple[float, ...]] = (1.0,)
    sentence: ClassVar[str] = translate(
        "{count} {count:place brings|places bring} {gained:.0f} of {all:.0f} {all:person|people} within "
        "{threshold:g} {threshold:minute|minutes} ({share:.1%}); {proof}."
    )
    sentence_of_parts: ClassVar[str] = translate(
        "{count} {count:place gains|places gain} {gained:.0f} of {all:.0f} {all:person|people} within "
        "{threshold:g} {threshold:minute|minutes}, each counted for the part that is covered "
        "({share:.1%}); {proof}."
    )

    sentence_of_room: ClassVar[str] = translate(
        "In {count} {count:place|places} {gained:.0f} of {all:.0f} {all:person|people} find room within "
        "{threshold:g} {threshold:minute|minutes} ({share:.1%}); {proof}."
    )

    def margin(self, spread: float) -> float:
        """Return the minutes about the threshold within which a time counts in part."""
        return 0.0

    def score(self, minutes: Floats, before: Floats, threshold: float, spread: float) -> Floats | Bools:
        """Return what candidates score for places.

        Parameters
        ----------
        minutes, before
            (n,) from the candidate, and without any: of each pair.
        """
        return (minutes <= threshold) & (before > threshold)

    def worth(self, before: Floats, threshold: float, spread: float) -> Floats:
        """Return what serving each place at once would be worth."""
        return np.ones(len(before))

    def problem(self, reach: Reach, before: Floats, weight: Floats, threshold: float, spread: float) -> Problem:
        """Return the problem that the model is: parameters as for :func:`models.problem_of`."""
        scores = self.score(reach.minutes, before[reach.place], threshold, spread)
        return Problem(reach.scored(scores), weight, self.steps)


class SetCovering(LocationModel):
    """The fewest places that reach everybody whom any can reach (LSCP: Toregas et al. 1971).

    ``min Σ_j y_j`` with ``Σ_j a_ij y_j ≥ 1`` for each place *i* that some candidate reaches.
    """

    key, finds_fewest, takes_parts, tells_shares = "lscp", True, False, False


class PMedian(LocationModel):
    """The shortest mean time (p-median: Hakimi 1964).

    ``min Σ_i w_i min_j d_ij``: the score is the minutes spared, and who is within the threshold counts too.
    """

    key, covers, covers_wholly, in_minutes = "pmedian", False, False, True
    takes_parts, takes_room, tells_shares = False, False, False
    sentence = translate(
        "{count} {count:place brings|places bring} the mean time to {mean:.1f} {mean:minute|minutes}; {proof}."
    )

    def score(self, minutes: Floats, before: Floats, threshold: float, spread: float) -> Floats:
        """Return the minutes that are spared."""
        return np.maximum(before - minutes, 0.0)

    def worth(self, before: Floats, threshold: float, spread: float) -> Floats:
        """Return today's minutes: all that could be spared."""
        return before


class PCentre(PMedian):
    """The shortest longest time (p-centre: Hakimi 1964; :func:`models.centre`).

    ``min max_i min_j d_ij`` over the places that some candidate can help; as a problem, it is that of the p-median.
    """

    key, by_longest = "pcenter", True
    sentence = translate(
        "{count} {count:place brings|places bring} the longest time of those that can be helped "
        "{gained:.1f} {gained:minute|minutes} down; {proof}."
    )


class Backup(LocationModel):
    """Most people with a first and a second doctor (BACOP2: Hogan & ReVelle 1986): each counts for half."""

    key, counts_existing, tells_shares, steps = "backup", True, False, BACKUP_STEPS
    takes_room = False
    sentence = LocationModel.sentence_of_parts


class Gradual(LocationModel):
    """Most people, each the more the nearer (gradual covering: Church & Roberts 1983).

    A time counts for 1 up to the threshold less the spread, for 0 from the threshold and the spread on, in proportion
    between (:func:`closeness`); the score is what that adds to today's.
    """

    key, covers_wholly, takes_room, tells_shares = "gradual", False, False, False
    sentence = translate(
        "{count} {count:place gains|places gain} {gained:.0f} of {all:.0f} {all:person|people}, each "
        "counted the more the nearer ({share:.1%}); {proof}."
    )

    def margin(self, spread: float) -> float:
        """Return the spread."""
        return spread

    def score(self, minutes: Floats, before: Floats, threshold: float, spread: float) -> Floats:
        """Return what closeness a candidate adds."""
        ends = max(threshold - spread, 0.0), threshold + spread
        gain: Floats = np.maximum(closeness(minutes, *ends) - closeness(before, *ends), 0.0)
        return gain

    def worth(self, before: Floats, threshold: float, spread: float) -> Floats:
        """Return what closeness is lacking today."""
        return 1.0 - closeness(before, max(threshold - spread, 0.0), threshold + spread)


MODEL = {model.key: model for model in (LocationModel(), SetCovering(), PMedian(), PCentre(), Backup(), Gradual())}
