using Infra.Planning.Model;

namespace Infra.Automation.Failures;

/// <summary>A provider's plugin isn't there and couldn't be downloaded.</summary>
/// <param name="Plugin">Its name, where it is told.</param>
/// <param name="Said">What the command line says.</param>
public sealed record PluginMissing(string? Stack, string? Plugin, string Said) : StackFailure(Stack)
{
    public override string Kind => "plugin-missing";

    public override string What => $"the plugin {(Plugin is null ? "of a provider" : $"'{Plugin}'")} isn't there: {Said}";

    public override ValueList<string> Next =>
    [
        $"Where there is a network: pulumi plugin install{(Plugin is null ? "" : $" resource {Plugin}")}, with the version that Directory.Packages.props pins.",
        "Behind a proxy or without a network: set PULUMI_PLUGIN_DOWNLOAD_URL_OVERRIDES to a mirror, or install the plugins into the image of the runner.",
    ];
}
