"""What deploy/ promises, where nothing of it runs: each file is read by the program it is for."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import kubernetes_validate
import pytest
import yaml

from components.data.paths import ROOT
from tests import machine
from tests.replicas import copied_into_the_image, free_port

DEPLOY = ROOT / "deploy"
DOCKERFILE = (DEPLOY / "Dockerfile").read_text("utf-8")
OBJECTS = list(yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text("utf-8")))
PORT = re.search(r"MIERU_PORT=(\d+)", DOCKERFILE)[1]


def read_by_nginx(folder: Path) -> str:
    """Give what nginx says of a configuration, on a port that this user may take."""
    for file in folder.glob("*.conf"):
        words = re.sub(r"listen (80|443)", lambda _: f"listen {free_port()}", file.read_text())
        file.write_text(words)
    command = [machine.find("nginx"), "-t", "-p", folder, "-c", folder / "nginx.conf"]
    command += ["-g", f"pid {folder}/pid;"]
    return subprocess.run(command, capture_output=True, text=True).stderr


needs_nginx = pytest.mark.skipif(not machine.find("nginx"), reason="nginx is not installed")


@needs_nginx
def test_nginx_reads_its_files(tmp_path):
    """nginx takes the configuration as it is, without a word."""
    shutil.copytree(DEPLOY / "nginx", tmp_path / "nginx")
    told = read_by_nginx(tmp_path / "nginx")
    assert "test is successful" in told and "[warn]" not in told, told


@needs_nginx
@pytest.mark.skipif(not shutil.which("openssl"), reason="no openssl to make a certificate with")
def test_nginx_reads_its_files_for_tls(tmp_path):
    """The part for TLS and the way there from port 80 are taken too."""
    folder = tmp_path / "nginx"
    shutil.copytree(DEPLOY / "nginx", folder)
    pair = {"-keyout": folder / "mieru.key", "-out": folder / "mieru.pem"}
    words = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost"]
    subprocess.run([*words, *sum(pair.items(), ())], check=True, capture_output=True)
    tls = (folder / "tls.conf").read_text().replace("/etc/nginx", str(folder))
    (folder / "tls.conf").write_text(tls)
    (folder / "listen.conf").write_text("include tls.conf;")
    whole = (folder / "nginx.conf").read_text()
    whole = whole.replace("include mieru.conf;", "include mieru.conf; include redirect.conf;")
    (folder / "nginx.conf").write_text(whole)
    assert "test is successful" in read_by_nginx(folder)


def test_no_place_of_nginx_drops_a_header():
    """The headers for the replicas are set once: a location with one of its own would lose them."""
    words = re.sub(r"#.*", "", (DEPLOY / "nginx/mieru.conf").read_text("utf-8"))
    locations = re.findall(r"location [^{]+\{((?:[^{}]|\{[^{}]*\})*)\}", words)
    assert len(locations) == words.count("location ") > 3
    assert not any("proxy_set_header" in each for each in locations)
    hsts = "add_header Strict-Transport-Security"
    assert all(hsts in each for each in locations if "add_header" in each)


@pytest.fixture(scope="module")
def composed() -> dict:
    """deploy/compose.yaml as Compose itself reads it."""
    program = Path(sys.executable).parent / "docker-compose"
    command = [shutil.which(program) or shutil.which(f"{program}.exe")]
    command += ["--file", DEPLOY / "compose.yaml", "config", "--no-path-resolution"]
    named = {**os.environ, "MIERU_HOSTS": "talk.example.jp"}
    told = subprocess.run(command, capture_output=True, encoding="utf-8", env=named)
    assert told.returncode == 0 and not told.stderr, told.stderr
    return yaml.safe_load(told.stdout)


def test_compose_reads_its_file(composed):
    """Compose takes the file, and finds nginx, Redis and at least two replicas in it."""
    kinds = [re.sub(r"-\d+$", "", name) for name in composed["services"]]
    assert kinds.count("replica") >= 2 and {"nginx", "redis"} < set(kinds)


def test_containers_of_compose_may_do_little(composed):
    """No container writes to its files, gains rights, runs as root or has an unnamed version."""
    user = re.search(r"^USER (\S+)$", DOCKERFILE, re.MULTILINE)[1]
    for name, service in composed["services"].items():
        assert service["read_only"] and service["cap_drop"] == ["ALL"], name
        assert "no-new-privileges:true" in service["security_opt"], name
        assert service.get("user", user).split(":")[0] not in ("0", "root"), name
        assert "build" in service or re.search(r":\d+\.\d+\.\d+", service["image"]), name
        assert "healthcheck" in service or ("HEALTHCHECK" in DOCKERFILE and "build" in service)
    assert composed["networks"]["inside"]["internal"]
    assert [n for n, s in composed["services"].items() if "ports" in s] == ["nginx"]


def test_nginx_of_compose_knows_every_replica(composed):
    """The addresses that nginx is given are those that the replicas get."""
    known = re.findall(r"^server (\S+)", (DEPLOY / "compose-replicas.conf").read_text(), re.M)
    replicas = [s for name, s in composed["services"].items() if name.startswith("replica-")]
    assert known == [f"{each['networks']['inside']['ipv4_address']}:{PORT}" for each in replicas]


@pytest.mark.parametrize("version", ["1.27", kubernetes_validate.latest_version()])
@pytest.mark.parametrize("thing", OBJECTS, ids=lambda t: f"{t['kind']}-{t['metadata']['name']}")
def test_kubernetes_knows_every_word(thing, version):
    """Each object fits the schemas of Kubernetes, old and new, with no word that they lack."""
    kubernetes_validate.validate(thing, version, strict=True)


def test_objects_of_kubernetes_name_each_other_rightly():
    """Whatever selects pods selects some; the way in leads to a Service."""
    pods = [o["spec"]["template"] for o in OBJECTS if o["kind"] == "Deployment"]
    labels = [pod["metadata"]["labels"] for pod in pods]
    for thing in OBJECTS:
        wanted = thing["spec"].get("selector", thing["spec"].get("podSelector", {}))
        wanted = wanted.get("matchLabels", wanted)
        assert not wanted or wanted in labels, thing["metadata"]["name"]
    names = {o["metadata"]["name"] for o in OBJECTS if o["kind"] == "Service"}
    (way_in,) = [o for o in OBJECTS if o["kind"] == "Ingress"]
    (path,) = way_in["spec"]["rules"][0]["http"]["paths"]
    assert path["backend"]["service"]["name"] in names
    (container,) = pods[0]["spec"]["containers"]
    settings = {each["name"]: each["value"] for each in container["env"]}
    assert re.search(r"//([\w-]+):", settings["REDIS_URL"])[1] in names
    assert str(container["ports"][0]["containerPort"]) == PORT
    assert settings["MIERU_HOSTS"] == way_in["spec"]["rules"][0]["host"]


def test_pods_may_do_little():
    """Every container is without root, rights or a disk to write to, and is asked how it is."""
    for pod in [o["spec"]["template"]["spec"] for o in OBJECTS if o["kind"] == "Deployment"]:
        assert pod["securityContext"]["runAsNonRoot"] and not pod["automountServiceAccountToken"]
        for container in pod["containers"]:
            context = container["securityContext"]
            assert context["readOnlyRootFilesystem"] and not context["allowPrivilegeEscalation"]
            assert context["capabilities"] == {"drop": ["ALL"]}
            assert {"readinessProbe", "livenessProbe", "resources"} <= container.keys()


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
def test_systemd_reads_the_unit(tmp_path):
    """systemd knows every word of the unit and has nothing to say about it."""
    unit = tmp_path / f"mieru@{8501}.service"
    words = (DEPLOY / "systemd/mieru@.service").read_text("utf-8")
    unit.write_text(words.replace("/usr/bin/python3", sys.executable), "utf-8")
    command = ["systemd-analyze", "verify", "--man=no", unit]
    told = subprocess.run(command, capture_output=True, text=True)
    about_it = [line for line in told.stderr.splitlines() if "mieru" in line]
    assert told.returncode == 0 and not about_it, told.stderr
    assert "LimitNOFILE=65536\n" in words


def test_the_image_holds_the_product_alone():
    """The image has a named base and a user, and takes neither history nor tests along."""
    assert re.search(r"^FROM python:3\.\d+\.\d+-\S+$", DOCKERFILE, re.MULTILINE)
    assert re.search(r"^USER [1-9]\d+:[1-9]\d+$", DOCKERFILE, re.MULTILINE)
    taken = copied_into_the_image()
    assert not {".", ".git", "tests", "bench", "deploy", "docs"} & set(taken)
    rules = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    rules = [rule for rule in rules if rule and not rule.startswith("#")]
    let_in = {rule[1:].split("/")[0] for rule in rules if rule.startswith("!")}
    assert rules[0] == "*" and let_in == set(taken)


def commands_of_the_guide() -> list[str]:
    """Give every line of command in docs/serving.md, the same in both languages."""
    halves = (ROOT / "docs/serving.md").read_text("utf-8").split("## English")
    japanese, english = (re.findall(r"^```\n(.*?)^```", half, re.M | re.S) for half in halves)
    assert japanese == english
    return [line for block in english for line in block.splitlines()]


def test_the_commands_of_the_guide_can_be_given():
    """Files that the guide copies exist, and `run.py serve` knows each word it is given."""
    lines = commands_of_the_guide()
    for pattern in re.findall(r"(?:\s)(deploy/\S+)", " ".join(lines)):
        assert list(ROOT.glob(pattern)), pattern
    unit = (DEPLOY / "systemd/mieru@.service").read_text("utf-8")
    served = re.findall(r"run\.py serve(.*)", "\n".join([*lines, unit]))
    command = [sys.executable, ROOT / "run.py", "serve", "--help"]
    known = subprocess.run(command, capture_output=True, encoding="utf-8").stdout
    flags = set(re.findall(r"--[a-z-]+", " ".join(served)))
    assert len(served) == 3 and flags and all(flag in known for flag in flags)


def test_replicas_of_the_guide_are_known_to_nginx():
    """The guide starts the very processes that nginx asks."""
    ports = re.findall(r":(\d+)", (DEPLOY / "nginx/replicas.conf").read_text())
    started = re.findall(r"mieru@(\d+)", " ".join(commands_of_the_guide()))
    assert ports and started == ports


def test_every_setting_is_one_the_product_reads():
    """No variable in deploy/ is misspelt: the code reads each of them by that name."""
    code = "".join(path.read_text("utf-8") for path in [ROOT / "serve.py", *_code()])
    unit = (DEPLOY / "systemd/mieru@.service").read_text("utf-8")
    given = "".join(path.read_text("utf-8") for path in DEPLOY.rglob("*") if path.is_file())
    for name in sorted(set(re.findall(r"\b(MIERU_[A-Z]+|REDIS_URL)\b", given))):
        assert f'"{name}"' in code or f"${{{name}}}" in unit, name


def _code() -> list[Path]:
    return [*(ROOT / "components").rglob("*.py"), *(ROOT / "launch").rglob("*.py")]
