"""What projects of the state were paid out, a panel a project, a bar a fiscal year."""

from components.charts import panels
from components.charts.chart import Chart, View
from components.data import money


def by_year(view: View, *projects: str) -> Chart:
    """
    Draw the executed amounts of projects by fiscal year, all on one scale from zero.

    projects are ids of projects.csv. A panel has the step's word for its project, else the
    project's name; a year of which nothing is printed, or 0, is left out. Raises KeyError for an
    unknown project and ValueError where nothing was paid out.

    by_year(view, "giga_devices_public", "giga_network_public")
    """
    dataset, ids, names = view.dataset, [], []
    for project in projects:
        paid = money.by_year(dataset, project)
        drawn = paid[(paid["executed"] > 0) & (paid["row_kind"] != "request")]["id"]
        ids += [f"{row}.executed" for row in drawn]
        name = view.step_text(project)
        known = view.localize(dataset.projects[project].name)
        names += [known if name == project else name] * len(drawn)
    rows = dataset.frame(*ids).assign(project=names)
    return panels.stages(view, rows, by="project")
