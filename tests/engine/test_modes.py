"""The three modes of areas, the outline that they are drawn on, and the land without a time."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from paths import ROADS, SIXTY
from small import network, points, sites

from access_plugin.engine.access.beyond import Land, areas_beyond
from access_plugin.engine.access.care import in_force, in_force_of_roles
from access_plugin.engine.access.cells import cell_map
from access_plugin.engine.access.fields import field_of, site_fields
from access_plugin.engine.access.isochrones import isochrones
from access_plugin.engine.access.setting import Setting
from access_plugin.engine.access.times import travel_times
from access_plugin.engine.errors import InputError
from access_plugin.engine.population.places import read_population
from access_plugin.engine.progress import Progress
from access_plugin.engine.reading import read_vector_file
from access_plugin.engine.sites.roles import LEG
from access_plugin.engine.sites.table import read_sites
from access_plugin.engine.territory.areas import read_territories

BANDS = [4.0, 8.0, 12.0]
PLACES = {
    "vaduz": (9.5225, 47.1344),
    "schaan": (9.5075, 47.1650),
    "balzers": (9.5030, 47.0660),
    "ruggell": (9.5270, 47.2380),
}


def care(roles=("SU", "SMUR", "SU", "SMUR"), **columns):
    table = gpd.GeoDataFrame(
        {"id": list(PLACES), "name": [name.title() for name in PLACES], "role": list(roles), **columns},
        geometry=gpd.points_from_xy(*zip(*PLACES.values())),
        crs=4326,
    )
    return read_sites(table, "sites")


@pytest.fixture(scope="module")
def people(sample_network):
    return read_population(*read_vector_file(ROADS.parent / "communes.geojson"), network=sample_network)


@pytest.fixture(scope="module")
def each_site(sample_network, people):
    return isochrones(
        in_force_of_roles(sample_network, care(), ["SU", "SMUR"], Setting()), BANDS, mode="per_site", population=people
    )


@pytest.fixture(scope="module")
def shared_out(sample_network, people):
    return isochrones(
        in_force_of_roles(sample_network, care(), ["SU", "SMUR"], Setting()),
        BANDS,
        mode="nearest_site",
        population=people,
    )


def test_the_area_of_a_site_is_what_it_has_alone(sample_network, people, each_site):
    """Each site by itself, drawn on its own part of the map, against the merged areas of a list of one site.

    And the people likewise.
    """
    assert each_site.is_valid.all()
    for site in PLACES:
        table = care()
        alone = isochrones(
            in_force_of_roles(
                sample_network, table[table["id"] == site], [table.set_index("id").loc[site, "role"]], Setting()
            ),
            BANDS,
            population=people,
        )
        own = each_site[each_site["site_id"] == site]
        assert own["to_min"].tolist() == alone["to_min"].tolist() == BANDS
        assert own["population"].tolist() == alone["population"].tolist()
        for one, other in zip(own.geometry, alone.geometry):
            assert shapely.symmetric_difference(one, other).area < 1e-6 * one.area
        assert (own["site_name"] == site.title()).all()
        assert own["direction"].unique() == ["inbound" if own["role"].iloc[0] == "SU" else "outbound"]


@pytest.mark.parametrize("cell", [25.0, 130.0])
def test_times_around_a_site_are_those_of_the_whole_map(sample_network, cell):
    """Also where the site stands in the middle of a road, and with a start delay."""
    table = care(delay_min=[0.0, 3.0, 0.0, 1.5])
    there = in_force(sample_network, table, Setting())
    for leg in (LEG["su"], LEG["smur"]):
        rows = np.flatnonzero(there.has(leg))
        for row, part in zip(rows, site_fields(there, leg, rows, 9.0, cell_m=cell)):
            whole = field_of(in_force(sample_network, table.iloc[[row]], Setting()), (leg,), cell_m=cell)
            rows, columns = (np.searchsorted(all_of, some) for all_of, some in ((whole.y, part.y), (whole.x, part.x)))
            expected, found = whole.minutes[np.ix_(rows, columns)], part.minutes
            within = expected <= 9.0
            assert within.sum() == (whole.minutes <= 9.0).sum() > 300  # the part holds all that is reached
            np.testing.assert_allclose(found[within], expected[within], rtol=1e-6)
            assert not (found <= 9.0)[~within].any()


def test_shares_neither_overlap_nor_leave_gaps(sample_network, people, shared_out):
    """Those that are driven to and those that drive are shared out apart.

    Who is nearest by the way to the one says nothing of the way from the other.
    """
    assert shared_out.is_valid.all() and set(shared_out["site_id"]) == set(PLACES)
    for role, direction in (("SU", "inbound"), ("SMUR", "outbound")):
        merged, shares = (
            isochrones(in_force_of_roles(sample_network, care(), [role], Setting()), BANDS, population=people),
            shared_out[shared_out["direction"] == direction],
        )
        assert set(shares["role"]) == {role}
        shapes = shares.geometry.to_numpy()
        for i in range(len(shapes)):
            for j in range(i):
                assert shapely.intersection(shapes[i], shapes[j]).area < 1e-3
        for band in BANDS:
            parts, whole = shares[shares["to_min"] == band], merged.loc[merged["to_min"] == band]
            assert parts.area.sum() == pytest.approx(whole.area.sum(), rel=1e-9)
            assert (
                shapely.symmetric_difference(shapely.union_all(parts.geometry.to_numpy()), whole.geometry.iloc[0]).area
                < 1e-3
            )
            assert parts["population"].sum() == whole["population"].sum()


def test_who_stands_in_a_share_is_nearest_to_its_site(sample_network, people, shared_out):
    """The nearest site that travel times give, at points well inside the shares."""
    times, _ = travel_times(in_force(sample_network, care(), Setting()), people)
    at = people.to_crs(sample_network.crs).geometry.to_numpy()
    agreed, seen = 0, 0
    for site, parts in shared_out.groupby("site_id"):
        inner = shapely.buffer(shapely.union_all(parts.geometry.to_numpy()), -60)
        inside = shapely.contains(inner, at)
        nearest = times[f"nearest_{parts['role'].iloc[0].lower()}"]
        agreed, seen = agreed + (nearest[inside] == site).sum(), seen + inside.sum()
    assert seen > 300
    assert agreed / seen > 0.99  # two roads side by side may be nearer to different sites


def test_people_of_the_shares_are_those_of_each_site(people, shared_out, sample_network):
    times, _ = travel_times(in_force(sample_network, care(), Setting()), people)
    for site, parts in shared_out.groupby("site_id"):
        leg = parts["role"].iloc[0].lower()
        assert (
            parts["population"].sum()
            == people["population"][(times[f"nearest_{leg}"] == site) & (times[f"t_{leg}_min"] <= BANDS[-1])].sum()
            > 0
        )


@pytest.mark.parametrize("role", ["HELISMUR", "HELI_ETAT", "SAMU"])
def test_what_nobody_drives_to_has_no_area_by_road(sample_network, role):
    """Refused where it is named; else it is left out, and said."""
    table = care(roles=(role, "SU", "SU", "SU"))
    for roles in ([role], ["SU", role]):
        with pytest.raises(InputError, match=f"Nobody drives to sites of the roles {role}"):
            isochrones(in_force_of_roles(sample_network, table, roles, Setting()), BANDS)
    said = []
    found = isochrones(
        in_force_of_roles(sample_network, table, ["SU"], Setting(), progress=Progress(on_message=said.append)),
        BANDS,
        mode="per_site",
        progress=Progress(on_message=said.append),
    )
    assert set(found["site_id"]) == {"schaan", "balzers", "ruggell"}
    assert "1 site is a helicopter or a medical dispatch centre, and has no area by road." in said


def test_an_amu_is_shared_out_once_in_each_direction(sample_network):
    found = isochrones(
        in_force_of_roles(sample_network, care(roles=("AMU", "SU", "SMUR", "SU")), ["AMU", "SU", "SMUR"], Setting()),
        [6.0],
        mode="nearest_site",
    )
    assert sorted(zip(found["site_id"], found["direction"])) == [
        ("balzers", "outbound"),
        ("ruggell", "inbound"),
        ("schaan", "inbound"),
        ("vaduz", "inbound"),
        ("vaduz", "outbound"),
    ]


def test_an_amu_is_driven_to_and_drives(sample_network):
    found = isochrones(
        in_force_of_roles(sample_network, care(roles=("AMU", "SU", "SU", "SU")), ["AMU"], Setting()),
        [10.0],
        mode="per_site",
    )
    assert found["direction"].tolist() == ["inbound", "outbound"]
    merged = isochrones(
        in_force_of_roles(sample_network, care(roles=("AMU", "SU", "SU", "SU")), ["AMU"], Setting()), [10.0]
    )
    assert (
        shapely.difference(
            shapely.union_all(found.geometry.to_numpy()), shapely.buffer(merged.geometry.iloc[0], 60)
        ).area
        < 1e4
    )
    assert merged["direction"].tolist() == [""]


def test_sites_that_are_closed_for_a_part_of_the_slot_are_named(sample_network):
    said = []
    table = care(hours=["24/7", "08:00-12:00", "24/7", "24/7"])
    found = isochrones(
        in_force_of_roles(
            sample_network, table, ["SU", "SMUR"], Setting(slot="night"), progress=Progress(on_warning=said.append)
        ),
        BANDS,
        mode="per_site",
        progress=Progress(on_warning=said.append),
    )
    assert set(found["site_id"]) == set(PLACES) - {"schaan"}
    assert any("schaan" in text for text in said)


def test_long_roads_are_drawn_although_no_junction_is_reached():
    net = network({"a": (0, 0), "b": (60, 0)}, [(("a", "b"), {})])
    found = isochrones(
        in_force_of_roles(net, sites([("t", "SMUR", 30, 0)]), ["SMUR"], Setting(profile=SIXTY, profile_smur=SIXTY)),
        [5.0],
        mode="per_site",
    )
    west, _, east, _ = found.geometry.iloc[0].bounds
    at = points({"m": (30, 0)}).geometry.iloc[0].x
    assert at - west == pytest.approx(5000, abs=60)  # five minutes at 60 km/h
    assert east - at == pytest.approx(5000, abs=60)


def test_some_sites_at_a_time_or_all(sample_network, monkeypatch, each_site):
    """Searching site by site and sweeping give the same areas."""
    from access_plugin.engine.network import search

    monkeypatch.setattr(search, "_customising_pays", lambda side, seeds, limit: True)
    swept = isochrones(in_force_of_roles(sample_network, care(), ["SU", "SMUR"], Setting()), BANDS, mode="per_site")
    assert swept.geometry.geom_equals(each_site.geometry).all()


def test_people_near_a_site_that_has_no_cell_are_not_lost(sample_network, people):
    """Three sites side by side with large cells: two of them are nearest to no centre of a cell."""
    table = gpd.GeoDataFrame(
        {"id": list("abc"), "role": "SU"},
        geometry=gpd.points_from_xy([9.5225, 9.5227, 9.5229], [47.1344, 47.1345, 47.1346]),
        crs=4326,
    )
    near = read_sites(table, "sites")
    merged, shared_out = (
        isochrones(
            in_force_of_roles(sample_network, near, ["SU"], Setting()),
            BANDS,
            mode=mode,
            population=people,
            cell_m=700.0,
        )
        for mode in ("merged", "nearest_site")
    )
    assert shared_out["population"].sum() == merged["population"].sum() > 0
    # somebody is nearest to a site that is drawn nowhere
    assert shared_out.loc[shared_out.is_empty, "population"].sum() > 0


@pytest.mark.parametrize("mode", ["merged", "per_site", "nearest_site"])
def test_sites_on_closed_roads_are_named_in_every_mode(mode):
    net = network({"a": (0, 0), "b": (5, 0)}, [(("a", "b"), {"access:conditional": "no @ winter"})])
    with pytest.raises(InputError, match="closed"):
        isochrones(
            in_force_of_roles(
                net, sites([("t", "SMUR", 1, 0)]), ["SMUR"], Setting(profile=SIXTY, profile_smur=SIXTY, season="winter")
            ),
            [5.0],
            mode=mode,
        )


def test_bands_whose_roads_are_too_short_to_draw_are_told():
    net = network({"a": (0, 0), "b": (3, 0)}, [(("a", "b"), {})])
    said = []
    found = isochrones(
        in_force_of_roles(
            net,
            sites([("t", "SMUR", 1, 0)]),
            ["SMUR"],
            Setting(profile=SIXTY, profile_smur=SIXTY),
            progress=Progress(on_warning=said.append),
        ),
        [5.0],
        cell_m=5000.0,
        population=points({"p": (2, 0)}, population=[7.0]),
        progress=Progress(on_warning=said.append),
    )
    assert found["population"].tolist() == [7.0]
    assert found.is_empty.all()
    assert any("smaller cells" in text for text in said)


def test_areas_by_territory_are_parts_of_the_whole(sample_network):
    """Each territory is drawn on its own part of the map."""
    field = field_of(in_force(sample_network, care(), Setting(), legs=(LEG["smur"],)), (LEG["smur"],))
    table, name = read_vector_file(ROADS.parent / "communes.geojson")
    whole = areas_beyond(field, 8.0, sample_network.crs).geometry.iloc[0]
    some = read_territories(table[table["code"].isin(["7001", "7005", "7010"])], name)
    parts = areas_beyond(field, 8.0, sample_network.crs, land=Land.of(some, sample_network.crs)).set_index("territory")
    assert parts.is_valid.all()
    for code, shape in zip(some["code"], some.to_crs(sample_network.crs).geometry):
        expected = shapely.intersection(whole, shape)
        assert shapely.symmetric_difference(parts.geometry[code], expected).area <= 1e-6 * max(expected.area, 1.0)
    assert parts.area.sum() == pytest.approx(whole.area, rel=1e-9)


def test_cells_are_found_once_for_all_speeds_on_the_same_roads(sample_network):
    assert cell_map(sample_network.timed(), 50.0) is cell_map(sample_network.timed("car", traffic="peak"), 50.0)
    assert cell_map(sample_network.timed(), 50.0) is not cell_map(sample_network.timed(), 60.0)


@pytest.mark.parametrize("mode", ["merged", "per_site", "nearest_site"])
def test_a_table_without_an_area_has_the_types_of_one_with_some(mode):
    """Cells larger than all that is reached: no row, and neither texts for numbers nor numbers for texts."""
    net = network({"a": (0, 0), "b": (5, 0)}, [(("a", "b"), {})])
    care = in_force_of_roles(net, sites([("t", "SMUR", 1, 0)]), ["SMUR"], Setting(profile=SIXTY, profile_smur=SIXTY))
    some, none = (isochrones(care, [5.0], mode=mode, cell_m=cell) for cell in (100.0, 5000.0))
    assert len(some) and not len(none)
    for table in (some, none):
        assert [table[column].dtype.kind for column in ("from_min", "to_min", "population")] == ["f"] * 3
        words = table[["role", "site_id", "site_name", "direction"]]
        assert not any(pd.api.types.is_numeric_dtype(words[column]) for column in words)
