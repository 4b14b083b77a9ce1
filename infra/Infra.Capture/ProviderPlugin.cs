using System.Text.RegularExpressions;
using Infra.Planning.Model;

namespace Infra.Capture;

/// <summary>Which plugin a provider is. Source: pulumi/pulumi, pkg/resource/deploy/providers/registry.go and sdk/go/common/providers/reference.go.</summary>
internal static partial class ProviderPlugin
{
    public const string Version = "version";

    private const string DownloadUrl = "pluginDownloadURL";
    private const string Internal = "__internal";
    private const string Separator = "::";

    /// <summary>Made by the engine for resources that name no provider; no program registers it.</summary>
    public static bool IsDefault(Urn urn, Urn? parent) =>
        parent is null && urn.Type.StartsWith(WellKnownTypes.ProviderPrefix, StringComparison.Ordinal) && urn.Name.StartsWith("default", StringComparison.Ordinal);

    public static PlannedOptions OptionsOf(ValueMap inputs, PlannedOptions options) => options with
    {
        Version = Text(inputs, Version),
        PluginDownloadUrl = Text(inputs.TryGetValue(Internal, out var found) && found is PlanValue.Object { Properties: var inner } ? inner : inputs, DownloadUrl),
    };

    /// <summary>The version in the name of a default provider: <c>default_4_21_1</c>. Of a version with more than three numbers the name doesn't say it exactly.</summary>
    public static string? VersionOf(Urn provider) =>
        DefaultName().Match(provider.Name) is { Success: true, Groups: var parts } ? $"{parts[1].Value}.{parts[2].Value}.{parts[3].Value}" : null;

    /// <summary>The URN in front of a reference's id, which itself has no separator.</summary>
    public static Urn? OfReference(string reference) =>
        reference.LastIndexOf(Separator, StringComparison.Ordinal) is var end and > 0 && Urn.TryParse(reference[..end], out var urn) ? urn : null;

    private static string? Text(ValueMap map, string key) => map.TryGetValue(key, out var value) && value is PlanValue.String { Value: var text } ? text : null;

    [GeneratedRegex(@"\Adefault_(\d+)_(\d+)_(\d+)\z")]
    private static partial Regex DefaultName();
}
