using Infra.Planning.Model;

namespace Infra.Planning.Diffing;

/// <summary>The way to a value below the inputs of a resource.</summary>
public sealed record PropertyPath(ValueList<PathStep> Steps)
{
    public static PropertyPath Root { get; } = new([]);

    public PropertyPath Then(PathStep step) => new([.. Steps, step]);

    /// <summary>In Pulumi's notation, items by their place: <c>spec.containers[0].image</c>. What is in the JSON of a text comes after <c>{json}</c>.</summary>
    public override string ToString() => Text(static step => $"{step.Index}");

    /// <summary>For people: items by their name, where they have one: <c>spec.containers[server].image</c>.</summary>
    public string Shown => Text(static step => step.Item ?? $"{step.Index}");

    private string Text(Func<PathStep, string> item)
    {
        var path = "";
        foreach (var step in Steps)
        {
            path = step switch
            {
                { Key: { } key } when !IsPlain(key) => $"{path}[\"{key.Replace("\"", "\\\"", StringComparison.Ordinal)}\"]",
                { Key: { } key } => path.Length == 0 ? key : $"{path}.{key}",
                { Index: not null } => $"{path}[{item(step)}]",
                _ => path + "{json}",
            };
        }
        return path;
    }

    private static bool IsPlain(string key) => key.Length > 0 && key.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
