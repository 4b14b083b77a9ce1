using Infra.Components.Monitoring.Traces;
using Infra.Components.Security.ExternalSecrets;
using Infra.Core.Configuration;
using Pulumi;

namespace Infra.Stacks.Configuration;

/// <summary>
/// A header with which the receiver of traces is asked. Its value never stands here: it is the secret <c>gpu-inference:tracesHeader</c>
/// (<c>pulumi config set --secret tracesHeader</c>), or a Secret that an external store keeps in the collector's namespace, <c>opentelemetry-collector</c>.
/// </summary>
public sealed record TraceHeaderConfig : IConfigRules
{
    /// <summary>Name of the header, such as <c>authorization</c>.</summary>
    [Matches("[A-Za-z0-9-]+", "a name of letters, digits and '-'")]
    public required string Name { get; init; }

    /// <summary>Name of a Secret in the collector's namespace that holds the value. Default: none; the stack makes one of <c>gpu-inference:tracesHeader</c>.</summary>
    [Matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?", "a lower-case name of letters, digits, '-' and '.'")]
    public string? Secret { get; init; }

    /// <summary>Key of the value in that Secret. Default: value.</summary>
    [Matches("[A-Za-z0-9._-]+", "a key of letters, digits and '-', '_', '.'")]
    public string? Key { get; init; }

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Secret is null && Key is not null)
        {
            problems.Add(ConfigPath.Key(path, "key"), "is of a Secret that is there already, and none is named; name it or remove the key");
        }
    }

    /// <summary>The same in the form of the component.</summary>
    /// <param name="entry">Entry of the external store that has the value; null for none.</param>
    internal TraceHeaderArgs ToArgs(ExternalEntryArgs? entry) => new()
    {
        Name = Name,
        Value = Secret is null && entry is null ? (Input<string>)new Config(PlatformSettings.ConfigNamespace).RequireSecret(SecretKey.TracesHeader.Name) : null,
        ExistingSecret = Secret,
        Entry = Secret is null ? entry : null,
        Key = Key ?? TraceHeaderArgs.DefaultKey,
    };
}
