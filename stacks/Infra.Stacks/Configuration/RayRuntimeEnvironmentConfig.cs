using System.Collections.Immutable;
using Infra.Core.Configuration;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Stacks.Configuration;

/// <summary>What Ray prepares on every pod before a command runs (docs.ray.io, "Environment Dependencies").</summary>
public sealed record RayRuntimeEnvironmentConfig
{
    /// <summary>The working directory: a zip archive under <c>https://</c> or <c>s3://</c>. Default: none.</summary>
    [Matches("(https|s3)://.+[.]zip", "the address of a zip archive, https://…/code.zip or s3://…/code.zip")]
    public string? WorkingDir { get; init; }

    /// <summary>Packages of Python, such as <c>datasets==4.1.1</c>, installed at every start. Default: none.</summary>
    public ImmutableArray<string> Pip { get; init; } = [];

    /// <summary>Environment variables of the command and of all tasks. Default: none.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The text that Ray reads: JSON, which is YAML too.</summary>
    internal string ToText()
    {
        var text = new JObject();
        if (WorkingDir is not null)
        {
            text["working_dir"] = WorkingDir;
        }

        if (!Pip.IsEmpty)
        {
            text["pip"] = new JArray(Pip);
        }

        if (!Environment.IsEmpty)
        {
            text["env_vars"] = new JObject(Environment.Select(variable => new JProperty(variable.Key, variable.Value)));
        }

        return text.ToString(Formatting.None);
    }
}
