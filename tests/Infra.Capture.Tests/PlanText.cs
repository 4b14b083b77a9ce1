using Infra.Planning.Model;

namespace Infra.Capture.Tests;

/// <summary>A captured plan as text, without the inputs: one line per resource, message and step.</summary>
internal static class PlanText
{
    public static string Of(CapturedPlan captured)
    {
        IEnumerable<string> lines =
        [
            $"{captured.Form} {captured.Plan.Project}/{captured.Plan.Stack}, {captured.Omitted} omitted",
            .. captured.Plan.Resources.Select(Line),
            .. captured.Diagnostics.Select(static d => $"! {d.Severity} {d.Urn?.Name}: {d.Message.ReplaceLineEndings("/")}"),
            .. captured.Steps.Select(Line),
        ];
        return string.Join('\n', lines);
    }

    private static string Line(PlannedResource resource)
    {
        var options = resource.Options;
        IEnumerable<string> parts =
        [
            $"{resource.Kind} {Label(resource.Urn)}",
            .. resource.Parent is { Type: not WellKnownTypes.Stack } parent ? (string[])[$"in {parent.Name}"] : [],
            .. resource.Provider is { } provider ? (string[])[$"by {provider.Name}"] : [],
            .. options.Version is { } version ? (string[])[version] : [],
            .. options.Protect is { } protect ? (string[])[$"protect={protect}"] : [],
            .. options.IgnoreChanges.Count > 0 ? (string[])[$"ignores {options.IgnoreChanges}"] : [],
            .. options.AdditionalSecretOutputs.Count > 0 ? (string[])[$"secret {options.AdditionalSecretOutputs}"] : [],
            .. resource.Dependencies.Count > 0 ? (string[])[$"after {string.Join(", ", resource.Dependencies.Select(static urn => urn.Name))}"] : [],
            .. resource.Outputs is { } outputs ? (string[])[$"gives {outputs}"] : [],
        ];
        return string.Join(" ", parts);
    }

    private static string Line(CapturedStep step)
    {
        var changes = step.Changes.Select(static change => $"{change.Path} {change.Kind}{(change.IsInputDiff ? " (inputs)" : "")}");
        return $"> {step.Operation} {Label(step.Urn)}"
            + (step.ReplaceReasons.Count > 0 ? $" because of {string.Join(", ", step.ReplaceReasons)}" : "")
            + (step.Changes.Count > 0 ? $": {string.Join(", ", changes)}" : "");
    }

    private static string Label(Urn urn) => $"{urn.Type.Split(':')[^1]}/{urn.Name}";
}
