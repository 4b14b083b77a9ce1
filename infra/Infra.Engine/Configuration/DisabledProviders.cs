using System.Collections.Immutable;
using Infra.Core.Configuration;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Engine.Configuration;

/// <summary>Reads <c>pulumi:disable-default-providers</c>, the one key of Pulumi's namespace that changes the plan.</summary>
internal static class DisabledProviders
{
    private const string Key = "pulumi:disable-default-providers";

    public static ImmutableSortedSet<string> Read(IReadOnlyDictionary<string, string> config, ConfigProblems problems)
    {
        var none = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
        if (!config.TryGetValue(Key, out var text))
        {
            return none;
        }

        if (Parse(text) is JArray names && names.All(static n => n.Type == JTokenType.String))
        {
            return none.Union(names.Values<string>().OfType<string>());
        }

        problems.Add(Key, $"{Shown.Quoted(text)} was found; a list of package names is required, such as [aws, kubernetes], or ['*'] for all");
        return none;
    }

    /// <summary><c>pulumi config set</c> without <c>--path</c> leaves the list as text, which Pulumi accepts too.</summary>
    private static JToken? Parse(string text)
    {
        try
        {
            return JToken.Parse(text);
        }
        catch (JsonReaderException)
        {
            return null;
        }
    }
}
