using System.Collections.Immutable;

namespace Infra.Components.Serving.Backends;

/// <summary>
/// Texts that KServe reads as templates of Go, where <c>{{</c> begins an expression: a model's own, such as a chat template in a variable, has none (kserve
/// v0.20.0, ReplacePlaceholders in pkg/controller/v1beta1 and ReplaceVariables in pkg/controller/v1alpha2/llmisvc).
/// </summary>
internal static class GoTemplate
{
    private const string Begin = "{{";

    // The template is the object's JSON, in which quotes would be escaped; back quotes aren't.
    private const string Literal = "{{`{{`}}";

    /// <summary>The model with texts that come out of the template as they were.</summary>
    public static ServingSpec Literally(ServingSpec spec) => spec with
    {
        Environment = spec.Environment.ToImmutableSortedDictionary(variable => variable.Key, variable => Escaped(variable.Value), StringComparer.Ordinal),
        Runtime = spec.Runtime with { Arguments = [.. spec.Runtime.Arguments.Select(Escaped)] },
    };

    private static string Escaped(string text) => text.Replace(Begin, Literal, StringComparison.Ordinal);
}
