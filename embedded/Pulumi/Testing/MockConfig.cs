using System.Text.Json;

namespace Pulumi.Testing;

/// <summary>Configuration from the environment variable PULUMI_CONFIG, a JSON object of strings.</summary>
internal static class MockConfig
{
    public static Dictionary<string, string> Read()
    {
        var config = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Environment.GetEnvironmentVariable("PULUMI_CONFIG") is not { } json)
            return config;
        using var document = JsonDocument.Parse(json);
        foreach (var property in document.RootElement.EnumerateObject())
            config[Normalize(property.Name)] = property.Value.ToString();
        return config;
    }

    /// <summary>`project:config:key` is an older form of `project:key`.</summary>
    private static string Normalize(string key)
    {
        const string Infix = ":config:";
        var at = key.IndexOf(':', StringComparison.Ordinal);
        return at > 0 && key.AsSpan(at).StartsWith(Infix, StringComparison.Ordinal)
            ? $"{key.AsSpan(0, at)}:{key.AsSpan(at + Infix.Length)}"
            : key;
    }
}
