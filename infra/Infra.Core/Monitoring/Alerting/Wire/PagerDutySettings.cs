using System.Collections.Immutable;
using Newtonsoft.Json;

namespace Infra.Core.Monitoring.Alerting.Wire;

/// <summary>A service of PagerDuty, by version 2 of its events.</summary>
/// <param name="RoutingKeyFile">File with the service's key (since 0.25).</param>
/// <param name="Description">Title of an incident.</param>
/// <param name="Severity">critical, error, warning or info.</param>
/// <param name="Details">More about it.</param>
/// <param name="Links">Addresses in it; empty ones are left out (since 0.22).</param>
/// <param name="SendResolved">Whether ends of alerts are told.</param>
public sealed record PagerDutySettings(
    string RoutingKeyFile,
    string Description,
    string Severity,
    ImmutableSortedDictionary<string, string> Details,
    ImmutableArray<PagerDutyLink> Links,
    [property: JsonProperty(DefaultValueHandling = DefaultValueHandling.Include)] bool SendResolved);

/// <summary>An address in an incident.</summary>
/// <param name="Href">The address.</param>
/// <param name="Text">What it is.</param>
public sealed record PagerDutyLink(string Href, string Text);
