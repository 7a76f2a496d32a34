"""What MkDocs asks while it builds the documentation: pages of the algorithms, the language of each page, a last check.

``scripts/docs`` runs it. The texts of the algorithms come from the file that ``docs_algorithms.py`` wrote.
"""

from __future__ import annotations

import json
import os
import re
from html import escape, unescape
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "access_plugin" / "resources"
#: Pages in French outside of docs/fr; all other ones at the top of docs, and those of docs/en, are in English.
FRENCH_PAGES = {"index.md", "questions.md", "windows.md", "bench.md"}
#: In the navigation: replaced by the pages of the algorithms of that language.
PLACE = {"fr": "les traitements", "en": "the algorithms"}
FOLDER = {"fr": "fr/traitements", "en": "en/algorithms"}
WORDS = {
    "fr": {
        "index": "Tous les traitements",
        "lead": "Les {count} traitements d’Accès 30, dans l’ordre du travail. Chaque page dit ce que montre la fenêtre "
        "du traitement dans QGIS : elle est tirée de l’extension elle-même, version {version}.",
        "where": "Menu *Extensions ▸ Accès 30*, ou *Boîte à outils de traitements ▸ Accès 30 ▸ {group}*. "
        "Identifiant : `access:{id}`.",
        "parameters": "Paramètres",
        "advanced": "Paramètres avancés",
        "outputs": "Résultats",
        "head": ("Paramètre", "Ce que c’est", "Par défaut"),
        "output_head": ("Résultat", "Ce que c’est"),
        "choices": "Choix :",
        "optional": "facultatif",
        "least": "au moins {value}",
        "most": "au plus {value}",
        "yes": "oui",
        "no": "non",
        "other": "In English",
    },
    "en": {
        "index": "All algorithms",
        "lead": "The {count} algorithms of Accès 30, in the order of the work. Each page says what the dialog of QGIS "
        "shows: it is taken from the plugin itself, version {version}.",
        "where": "Menu *Plugins ▸ Accès 30*, or *Processing Toolbox ▸ Accès 30 ▸ {group}*. Id: `access:{id}`.",
        "parameters": "Parameters",
        "advanced": "Advanced parameters",
        "outputs": "Outputs",
        "head": ("Parameter", "What it is", "Default"),
        "output_head": ("Output", "What it is"),
        "choices": "Choices:",
        "optional": "optional",
        "least": "at least {value}",
        "most": "at most {value}",
        "yes": "yes",
        "no": "no",
        "other": "En français",
    },
}
LANGUAGE_PLACE = {"fr": 0, "en": 1}
KINDS = {
    "file": ("fichier", "file"),
    "multilayer": ("fichiers ou couches", "files or layers"),
    "layer:points": ("couche de points", "layer of points"),
    "layer:lines": ("couche de lignes", "layer of lines"),
    "layer:polygons": ("couche de polygones", "layer of polygons"),
    "layer:any": ("couche vectorielle ou table", "vector layer or table"),
    "raster": ("raster", "raster"),
    "field": ("champ", "field"),
    "enum": ("choix", "choice"),
    "boolean": ("case à cocher", "tick"),
    "number": ("nombre", "number"),
    "string": ("texte", "text"),
    "extent": ("étendue", "extent"),
    "point": ("point", "point"),
    "sink": ("couche", "layer"),
    "vectorDestination": ("fichier ou couche", "file or layer"),
    "fileDestination": ("fichier", "file"),
    "folderDestination": ("dossier", "folder"),
}
#: What a run gives beside what it is asked to write.
OTHERS = {
    "outputNumber": ("Un nombre, pour les modèles et les lots.", "A number, for models and batches."),
    "outputVector": ("Une couche du dossier, pour les modèles.", "A layer in the folder, for models."),
    "outputFile": ("Un fichier du dossier, pour les modèles.", "A file in the folder, for models."),
    "outputFolder": ("Un dossier.", "A folder."),
}
_REMOTE = re.compile(
    r"""<(?:script|img|iframe|source|video|audio|embed|input)\b[^>]*?"""
    r"""\s(?:src|srcset)\s*=\s*["']?(?:https?:)?//[^"'\s>]+"""
    r"""|<link\b(?=[^>]*\brel\s*=\s*["']?(?:stylesheet|preload|preconnect|prefetch|icon|manifest))"""
    r"""[^>]*\bhref\s*=\s*["']?(?:https?:)?//[^"'\s>]+""",
    re.IGNORECASE,
)
_REMOTE_STYLE = re.compile(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//[^)\"']+", re.IGNORECASE)
_LINK = re.compile(r"<a\b[^>]*\bhref\s*=\s*[\"']?(https?://[^\"'\s>]+)", re.IGNORECASE)


def algorithms() -> list[dict]:
    """Return what QGIS shows of the algorithms."""
    path = os.environ.get("ACCESS30_ALGORITHMS", "")
    if not Path(path).is_file():
        raise PluginError("the texts of the algorithms are missing: build with scripts/docs, which asks QGIS for them.")
    return json.loads(Path(path).read_text(encoding="utf-8"))


def version() -> str:
    """Return the version that the plugin states."""
    lines = (ROOT / "access_plugin" / "metadata.txt").read_text(encoding="utf-8").splitlines()
    return next(line.split("=", 1)[1].strip() for line in lines if line.startswith("version="))


def cell(text: str) -> str:
    """Return a text for a cell of a table of Markdown."""
    return escape(text, quote=False).replace("|", "&#124;").replace("*", "&#42;").replace("_", "&#95;").strip()


def code(text: str) -> str:
    """Return a name for a cell, to be told apart from words."""
    return f"<code>{escape(text).replace('|', '&#124;').replace('_', '&#95;').replace('*', '&#42;')}</code>"


def number(value: float, language: str) -> str:
    """Return a number as the language writes it."""
    text = f"{value:g}"
    return text.replace(".", ",") if language == "fr" else text


def default_of(parameter: dict, language: str) -> str:
    """Return the default value in the words of the window."""
    words, value = WORDS[language], parameter["default"]
    named = dict(parameter["choices"])
    if value is None or value in ("", []):
        return "–"
    if isinstance(value, bool):
        return words["yes"] if value else words["no"]
    if named:
        values = value if isinstance(value, list) else str(value).split(",")
        return ", ".join(cell(named.get(one, one)) for one in values)
    return number(value, language) if isinstance(value, (int, float)) else code(str(value))


def meaning(parameter: dict, language: str) -> str:
    """Return what a parameter is: its kind, its help, its choices and its limits."""
    words = WORDS[language]
    notes = [KINDS[parameter["kind"]][LANGUAGE_PLACE[language]]]
    limits = [limit for limit in parameter["limits"] if limit is not None]
    if limits and parameter["limits"][0] is not None:
        notes.append(words["least"].format(value=number(parameter["limits"][0], language)))
    if limits and parameter["limits"][1] is not None:
        notes.append(words["most"].format(value=number(parameter["limits"][1], language)))
    if parameter["optional"]:
        notes.append(words["optional"])
    text = f"<em>{cell(', '.join(notes))}</em><br>{cell(parameter['help'])}"
    if parameter["choices"]:
        listed = "".join(f"<li>{code(value)} {cell(label)}</li>" for value, label in parameter["choices"])
        text += f"<br>{words['choices']}<ul>{listed}</ul>"
    return text


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """Return a table of Markdown."""
    lines = [f"| {' | '.join(head)} |", f"|{' --- |' * len(head)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def named(parameter: dict) -> str:
    """Return the first cell of a row: what the window says, and the name for calls."""
    return f"{cell(parameter['label'])}<br>{code(parameter['name'])}"


def algorithm_page(one: dict, language: str) -> str:
    """Return the page of an algorithm."""
    words, shown = WORDS[language], one[language]
    inputs = [each for each in shown["parameters"] if not each["output"]]
    other = "en" if language == "fr" else "fr"
    parts = [
        f"---\ntitle: {json.dumps(shown['title'], ensure_ascii=False)}\n---",
        f"# ![](../../assets/icons/{one['id']}.svg){{ .icone }} {shown['title']}",
        words["where"].format(group=shown["group"], id=one["id"])
        + f" [{words['other']}](../../{FOLDER[other]}/{one['id']}.md)",
        shown["help"].strip(),
    ]
    for title, advanced in (("parameters", False), ("advanced", True)):
        rows = [
            (named(each), meaning(each, language), default_of(each, language))
            for each in inputs
            if each["advanced"] == advanced
        ]
        if rows:
            parts += [f"## {words[title]}", table(words["head"], rows)]
    outputs = [(named(each), meaning(each, language)) for each in shown["parameters"] if each["output"]]
    outputs += [(named(each), OTHERS[each["kind"]][LANGUAGE_PLACE[language]]) for each in shown["others"]]
    if outputs:
        parts += [f"## {words['outputs']}", table(words["output_head"], outputs)]
    return "\n\n".join(parts) + "\n"


def index_page(found: list[dict], language: str) -> str:
    """Return the page that lists the algorithms by step."""
    words = WORDS[language]
    parts = [f"# {words['index']}", words["lead"].format(count=len(found), version=version())]
    for group in dict.fromkeys(one[language]["group"] for one in found):
        parts.append(f"## {group}")
        parts.append(
            "\n".join(
                f"- [{one[language]['title']}]({one['id']}.md) – {one[language]['summary']}"
                for one in found
                if one[language]["group"] == group
            )
        )
    return "\n\n".join(parts) + "\n"


def navigation(found: list[dict], language: str) -> list:
    """Return the part of the navigation that lists the algorithms."""
    groups: dict[str, list] = {}
    for one in found:
        groups.setdefault(one[language]["group"], []).append({one[language]["title"]: path_of(one["id"], language)})
    index = {WORDS[language]["index"]: f"{FOLDER[language]}/index.md"}
    return [index, *({group: pages} for group, pages in groups.items())]


def path_of(name: str, language: str) -> str:
    """Return where the page of an algorithm stands."""
    return f"{FOLDER[language]}/{name}.md"


def filled(nav, found: list[dict]):
    """Return the navigation with the algorithms where their places are."""
    if isinstance(nav, list):
        return [filled(item, found) for item in nav]
    if not isinstance(nav, dict):
        return nav
    places = {text: language for language, text in PLACE.items()}
    return {
        title: navigation(found, places[value]) if isinstance(value, str) and value in places else filled(value, found)
        for title, value in nav.items()
    }


def on_config(config):
    """Put the pages of the algorithms into the navigation."""
    config.nav = filled(config.nav, algorithms())
    return config


def on_files(files, config):
    """Add the pages of the algorithms and their icons."""
    found = algorithms()
    for language, folder in FOLDER.items():
        made = {one["id"]: algorithm_page(one, language) for one in found}
        for name, content in (made | {"index": index_page(found, language)}).items():
            files.append(File.generated(config, f"{folder}/{name}.md", content=content))
    for name in ("access30", *(one["id"] for one in found)):
        icon = (RESOURCES / "icons" / f"{name}.svg").read_bytes()
        files.append(File.generated(config, f"assets/icons/{name}.svg", content=icon))
    return files


def language_of(path: str) -> str:
    """Return the language of a page by its path below docs."""
    return "fr" if path.startswith("fr/") or path in FRENCH_PAGES else "en"


def on_page_markdown(markdown, page, **_):
    """Say in which language a page is: the interface follows (docs_theme/partials/language.html)."""
    page.meta["lang"] = language_of(page.file.src_uri)
    return markdown


def on_page_content(content, page, **_):
    """Let a click on a picture show it in full size."""
    title = "Full size" if page.meta["lang"] == "en" else "Agrandir"

    def framed(match: re.Match) -> str:
        return f'<a class="image" href="{match[1]}" title="{title}">{match[0]}</a>'

    return re.sub(r'<img\b[^>]*\bsrc="([^"]*images/[^"]+)"[^>]*>', framed, content)


def on_post_build(config):
    """Refuse a site that would fetch anything, and say which links lead out of it."""
    remote, links = set(), {}
    site = Path(config.site_dir)
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(site).as_posix()
        remote |= {f"{name}: {match[0]}" for match in _REMOTE.finditer(text)}
        remote |= {f"{name}: {match[0]}" for match in _REMOTE_STYLE.finditer(text)}
        for match in _LINK.finditer(text):
            links.setdefault(unescape(match[1]), name)
    for path in sorted(site.rglob("*.css")):
        found = _REMOTE_STYLE.finditer(path.read_text(encoding="utf-8"))
        remote |= {f"{path.relative_to(site).as_posix()}: {match[0]}" for match in found}
    if remote:
        raise PluginError("the site would fetch from elsewhere:\n  " + "\n  ".join(sorted(remote)))
    print(f"docs: {len(links)} links lead out of the site; they are not fetched here:")
    for link, name in sorted(links.items()):
        print(f"  {link} ({name})")
