using Infra.Core.Configuration;

namespace Infra.Engine.Configuration;

/// <summary>What Pulumi takes for a configuration key, and what we refuse because nobody would read it.</summary>
internal static class ConfigKeyName
{
    /// <summary>The key with its namespace; the old form <c>aws:config:region</c> is <c>aws:region</c>. Null for what is no key.</summary>
    public static string? Full(string key, string projectName) => key.Split(':') switch
    {
        [{ Length: > 0 } name] => $"{projectName}:{name}",
        [{ Length: > 0 } ns, { Length: > 0 } name] => $"{ns}:{name}",
        [{ Length: > 0 } ns, "config", { Length: > 0 } name] => $"{ns}:{name}",
        _ => null,
    };

    /// <summary>What is wrong with a key; null if nothing is.</summary>
    /// <param name="key">As written.</param>
    /// <param name="full">What <see cref="Full"/> made of it.</param>
    public static string? Problem(string key, string? full, string projectName)
    {
        if (full?.Split(':') is not [var ns, var name])
        {
            return $"{Shown.Quoted(key)} is not a configuration key; write NAMESPACE:NAME, or NAME for this project's own";
        }

        return ns != projectName && Suggestion.Nearest(ns, [projectName]) is { } own
            ? $"{Shown.Quoted(key)} belongs to no namespace that is read here; did you mean '{own}:{Shown.Line(name)}'?"
            : null;
    }
}
