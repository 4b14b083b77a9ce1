using Infra.Core.Configuration;
using Infra.Stacks.Rules;

namespace Infra.Stacks.Layers;

/// <summary>Whether a stack of models and the platform under it mean the same.</summary>
internal static class LayerAgreement
{
    /// <summary>Adds a problem for everything that the models' stack believes and the platform's doesn't say, or says otherwise.</summary>
    /// <param name="stack">Name of the platform's stack.</param>
    /// <param name="believed">What the models' stack believes.</param>
    /// <param name="told">What the platform's stack tells; null where it tells nothing.</param>
    /// <param name="problems">Gets the problems.</param>
    public static void Check(string stack, IReadOnlyDictionary<string, string> believed, IReadOnlyDictionary<string, string>? told, ConfigProblems problems)
    {
        if (told is null)
        {
            problems.Add(
                PlatformRules.Key("platform.stack"),
                $"'{stack}' is no platform for stacks of models: it has no output 'layer'; say platform: {{offers: […]}} in its configuration, and update it first");
            return;
        }

        foreach (var (key, value) in believed.OrderBy(fact => fact.Key, StringComparer.Ordinal))
        {
            if (!told.TryGetValue(key, out var other))
            {
                problems.Add(PlatformRules.Key("platform.stack"), $"'{stack}' has no {key}; {Remedy(key)}");
            }
            else if (other != value)
            {
                problems.Add(PlatformRules.Key("platform.stack"), $"{key} of '{stack}' is '{other}', but this stack counts on '{value}'; make both configurations say the same");
            }
        }
    }

    private static string Remedy(string key) => key.Split('.') switch
    {
        ["offers", var part] => $"add {part} to platform.offers there, and update it first",
        ["buckets" or "pools" or "namespaces", ..] => "name one that it has, or add it there and update it first",
        _ => "say the same in both configurations, and update it first",
    };
}
