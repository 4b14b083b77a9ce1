using Infra.Core.Configuration;
using Infra.Planning.Model;

namespace Infra.Planning.Diffing;

/// <summary>The way to a value below the inputs of a resource.</summary>
public sealed record PropertyPath(ValueList<PathStep> Steps)
{
    public static PropertyPath Root { get; } = new([]);

    public PropertyPath Then(PathStep step) => new([.. Steps, step]);

    /// <summary>In Pulumi's notation, items by their place: <c>spec.containers[0].image</c>.</summary>
    public override string ToString() => Text(static step => $"{step.Index}");

    /// <summary>For people: items by their name, where they have one: <c>spec.containers[server].image</c>.</summary>
    public string Shown => Text(static step => step.Item ?? $"{step.Index}");

    private string Text(Func<PathStep, string> item)
    {
        var path = "";
        foreach (var step in Steps)
        {
            path = step.Key is { } key
                ? path.Length > 0 ? ConfigPath.Key(path, key) : key
                : $"{path}[{item(step)}]";
        }
        return path;
    }
}
