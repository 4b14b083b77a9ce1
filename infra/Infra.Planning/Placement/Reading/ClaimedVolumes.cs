using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Planning.Placement.Scheduling;

namespace Infra.Planning.Placement.Reading;

/// <summary>Where volumes behind claims can be reached (kubernetes.io, "Persistent Volumes" and "Storage Classes").</summary>
internal sealed class ClaimedVolumes(ImmutableArray<JsonObject> claims, ImmutableArray<JsonObject> volumes, ImmutableArray<JsonObject> classes)
{
    /// <summary>Disks of EBS: attached to one node, in one zone.</summary>
    public const string Ebs = "ebs.csi.aws.com";

    private const string OnlyByHand = "kubernetes.io/no-provisioner";

    private readonly Dictionary<(string, string), JsonObject> _claims = claims.DistinctBy(Key).ToDictionary(Key);
    private readonly Dictionary<string, JsonObject> _volumes = volumes.DistinctBy(Name).ToDictionary(Name, StringComparer.Ordinal);
    private readonly Dictionary<string, JsonObject> _classes = classes.DistinctBy(Name).ToDictionary(Name, StringComparer.Ordinal);
    private readonly ILookup<(string, string), JsonObject> _byClaim = volumes.ToLookup(volume => ((string?)volume["spec"]?["claimRef"]?["namespace"] ?? "", (string?)volume["spec"]?["claimRef"]?["name"] ?? ""));

    public PodVolume? Of(string space, JsonNode volume)
    {
        if (volume["ephemeral"]?["volumeClaimTemplate"]?["spec"] is { } template)
        {
            return Own(template);
        }

        return (string?)volume["persistentVolumeClaim"]?["claimName"] is { } name && _claims.TryGetValue((space, name), out var claim) ? OfClaim(space, name, claim["spec"]!) : null;
    }

    /// <summary>A volume that no other pod has.</summary>
    public PodVolume? Own(JsonNode? spec) => Made(spec) is { } made ? made with { IsBoundToZone = false } : null;

    private PodVolume OfClaim(string space, string name, JsonNode spec)
    {
        var modes = (spec["accessModes"] as JsonArray ?? []).Select(mode => (string)mode!).ToList();
        var bound = (string?)spec["volumeName"] is { } volume && _volumes.TryGetValue(volume, out var named) ? named : _byClaim[(space, name)].FirstOrDefault();
        var found = bound is null ? Made(spec) ?? new PodVolume(null, null, [], IsMissing: IsByHand(spec)) : Bound(bound["spec"]!);
        return found with { Claim = $"{space}/{name}", IsForOnePod = modes is ["ReadWriteOncePod"] };
    }

    private static PodVolume Bound(JsonNode volume) => new(
        null,
        (string?)volume["csi"]?["driver"] == Ebs ? Ebs : null,
        [.. (volume["nodeAffinity"]?["required"]?["nodeSelectorTerms"] as JsonArray ?? []).Select(term => Selectors.NodeTerm(term!))]);

    private PodVolume? Made(JsonNode? spec)
    {
        if ((string?)spec?["storageClassName"] is not { } name || !_classes.TryGetValue(name, out var kind) || (string?)kind["provisioner"] == OnlyByHand)
        {
            return null;
        }

        var isDisk = (string?)kind["provisioner"] == Ebs;
        return new PodVolume(null, isDisk ? Ebs : null, [.. (kind["allowedTopologies"] as JsonArray ?? []).Select(Topology)], IsBoundToZone: isDisk);
    }

    private static NodeTerm Topology(JsonNode? topology) => new(
        [.. (topology?["matchLabelExpressions"] as JsonArray ?? []).Select(one => new LabelRequirement(
            // The driver's own label is set to the zone (aws-ebs-csi-driver, docs/parameters.md, topology).
            (string)one!["key"]! is "topology.ebs.csi.aws.com/zone" ? Core.Nodes.NodeLabels.Zone : (string)one["key"]!, "In", [.. one["values"]!.AsArray().Select(value => (string)value!)]))],
        []);

    private bool IsByHand(JsonNode spec) =>
        (string?)spec["storageClassName"] is { } name && _classes.TryGetValue(name, out var kind) && (string?)kind["provisioner"] == OnlyByHand && volumes.IsEmpty;

    private static (string, string) Key(JsonObject found) => ((string?)found["metadata"]?["namespace"] ?? "default", Name(found));

    private static string Name(JsonObject found) => (string?)found["metadata"]?["name"] ?? "";
}
