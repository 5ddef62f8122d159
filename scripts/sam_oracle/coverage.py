"""What a folder of templates uses of everything the installed translator knows."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from samtranslator.model import ResourceTypeResolver, sam_resources
from samtranslator.model.connector.connector import _SAM_TO_CFN_RESOURCE_TYPE as PLAIN_TYPES
from samtranslator.model.connector_profiles.profile import PROFILE
from samtranslator.model.eventsources.pull import PullEventSource
from samtranslator.plugins.globals.globals import Globals
from samtranslator.policy_template_processor.processor import PolicyTemplatesProcessor

from .template import Unreadable, read_template

PREFIX = "AWS::Serverless::"
# Sections of the printed list; `properties` ones are only wanted with --deep.
RESOURCES = "resource types"
FUNCTION_EVENTS = "function event types"
MACHINE_EVENTS = "state machine event types"
POLICIES = "policy templates"
GLOBALS = "Globals sections"
RESOURCE_PROPERTIES = "resource properties"
EVENT_PROPERTIES = "function event properties"
MACHINE_EVENT_PROPERTIES = "state machine event properties"
GLOBAL_PROPERTIES = "Globals properties"
CONNECTIONS = "connections"
DEEP = (RESOURCE_PROPERTIES, EVENT_PROPERTIES, MACHINE_EVENT_PROPERTIES, GLOBAL_PROPERTIES, CONNECTIONS)

Items = dict[str, set[str]]


def _properties(resolver: ResourceTypeResolver, prefix: str) -> set[str]:
    return {
        _property(kind.removeprefix(prefix), name)
        for kind, resource in resolver.resource_types.items()
        if kind and kind.startswith(prefix)
        for name in resource.property_types
        # Internal ones start with an underscore; `TemplateUrl` is what the plugin writes.
        if not name.startswith("__") and not (kind.endswith("::Application") and name == "TemplateUrl")
    }


def _property(kind: str, name: str) -> str:
    """One name per thing to cover.

    Streams and queues share a table of properties, most of which make sense for a few of them only: one
    use anywhere covers such a property.
    """
    event = sam_resources.SamFunction.event_resolver.resource_types.get(kind)
    is_shared = name in PullEventSource.property_types and event and issubclass(event, PullEventSource)
    return f"streams and queues.{name}" if is_shared else f"{kind}.{name}"


def known() -> Items:
    """From the translator's own tables, so that a new version shows what is new."""
    resources = ResourceTypeResolver(sam_resources)
    function_events = sam_resources.SamFunction.event_resolver
    machine_events = sam_resources.SamStateMachine.event_resolver
    policies = PolicyTemplatesProcessor.get_default_policy_templates_json()["Templates"]
    return {
        RESOURCES: {kind for kind in resources.resource_types if kind and kind.startswith(PREFIX)},
        FUNCTION_EVENTS: {kind for kind in function_events.resource_types if kind},
        MACHINE_EVENTS: {kind for kind in machine_events.resource_types if kind},
        POLICIES: set(policies),
        GLOBALS: {kind.removeprefix(PREFIX) for kind in Globals.supported_properties},
        RESOURCE_PROPERTIES: _properties(resources, PREFIX),
        EVENT_PROPERTIES: _properties(function_events, ""),
        MACHINE_EVENT_PROPERTIES: _properties(machine_events, ""),
        GLOBAL_PROPERTIES: {
            f"{kind.removeprefix(PREFIX)}.{name}"
            for kind, names in Globals.supported_properties.items()
            for name in names
        },
        CONNECTIONS: {
            f"{source} to {destination}"
            for source, destinations in PROFILE["Permissions"].items()
            for destination in destinations
        },
    }


def used(paths: list[Path]) -> Items:
    """What the templates write; files that are not templates use nothing."""
    found: Items = defaultdict(set)
    for path in paths:
        try:
            template = read_template(path)
        except Unreadable:
            continue
        _note_globals(template.get("Globals"), found)
        for name, resource in template["Resources"].items():
            if isinstance(resource, dict):
                _note_resource(resource, found)
                _note_connections(name, resource, template["Resources"], found)
    return found


def _note_globals(sections: Any, found: Items) -> None:
    if not isinstance(sections, dict):
        return
    for section, properties in sections.items():
        found[GLOBALS].add(section)
        if isinstance(properties, dict):
            found[GLOBAL_PROPERTIES].update(f"{section}.{name}" for name in properties)


def _note_resource(resource: dict[str, Any], found: Items) -> None:
    if resource.get("Connectors"):
        found[RESOURCES].add(f"{PREFIX}Connector (embedded)")
    kind = str(resource.get("Type", ""))
    if not kind.startswith(PREFIX):
        return
    found[RESOURCES].add(kind)
    properties = resource.get("Properties")
    if not isinstance(properties, dict):
        return
    found[RESOURCE_PROPERTIES].update(f"{kind.removeprefix(PREFIX)}.{name}" for name in properties)
    found[POLICIES].update(_single_keys(properties.get("Policies")))
    is_machine = kind.endswith("::StateMachine")
    events = properties.get("Events")
    for event in events.values() if isinstance(events, dict) else ():
        if isinstance(event, dict):
            _note_event(event, is_machine, found)


def _note_connections(name: str, resource: dict[str, Any], resources: dict[str, Any], found: Items) -> None:
    """Pairs of types that connectors join, embedded ones and those that stand alone."""
    pairs: list[tuple[Any, Any]] = []
    if resource.get("Type") == f"{PREFIX}Connector":
        properties = _map(resource.get("Properties"))
        pairs.append((properties.get("Source"), properties.get("Destination")))
    for connector in _map(resource.get("Connectors")).values():
        pairs.append(({"Id": name}, _map(_map(connector).get("Properties")).get("Destination")))
    for source, destinations in pairs:
        for destination in destinations if isinstance(destinations, list) else [destinations]:
            ends = [_end_type(_map(end), resources) for end in (source, destination)]
            found[CONNECTIONS].add(" to ".join(ends))


def _end_type(end: dict[str, Any], resources: dict[str, Any]) -> str:
    kind = str(end.get("Type") or _map(resources.get(str(end.get("Id")))).get("Type"))
    return PLAIN_TYPES.get(kind, kind)


def _map(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _note_event(event: dict[str, Any], is_machine: bool, found: Items) -> None:
    kind = str(event.get("Type"))
    found[MACHINE_EVENTS if is_machine else FUNCTION_EVENTS].add(kind)
    properties = event.get("Properties")
    if isinstance(properties, dict):
        if is_machine:
            found[MACHINE_EVENT_PROPERTIES].update(f"{kind}.{name}" for name in properties)
        else:
            found[EVENT_PROPERTIES].update(_property(kind, name) for name in properties)


def _single_keys(value: Any) -> Iterator[str]:
    """Names of policy templates, also below `Fn::If`: a template is a map with its name as only key."""
    if isinstance(value, list):
        for item in value:
            yield from _single_keys(item)
    elif isinstance(value, dict) and len(value) == 1:
        (name, argument), = value.items()
        yield name
        if name == "Fn::If":
            yield from _single_keys(argument)


def report(paths: list[Path], deep: bool) -> bool:
    """Prints a line per section and the missing names; true if nothing is missing."""
    everything = known()
    everything[RESOURCES].add(f"{PREFIX}Connector (embedded)")
    found = used(paths)
    complete = True
    for section, names in everything.items():
        if section in DEEP and not deep:
            continue
        missing = sorted(names - found[section])
        print(f"{section}: {len(names) - len(missing)} of {len(names)}")
        for name in missing:
            print(f"  missing {name}")
        complete = complete and not missing
    return complete
