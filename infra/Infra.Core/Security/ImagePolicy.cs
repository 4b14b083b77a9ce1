using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Infra.Core.Security;

/// <summary>
/// Which images the pods of models may have: of the registries and repositories that are allowed, in a version that doesn't float. Kubernetes itself asks, by the expressions in CEL; the program asks
/// the same of its own configuration, so that what would be refused is known before anything is created.
/// </summary>
public sealed partial class ImagePolicy
{
    /// <summary>The version is a tag that isn't <c>latest</c>, or a digest. RE2 and .NET read it alike.</summary>
    private const string VersionPattern = "(^[^@]+:[A-Za-z0-9_][A-Za-z0-9._-]*|@sha256:[a-f0-9]{64})$";

    private const string Floating = ":latest";

    /// <summary>A policy.</summary>
    /// <param name="sources">Registries, with or without a path, e.g. <c>docker.io/vllm</c>, or whole repositories; without a slash at the end.</param>
    public ImagePolicy(IEnumerable<string> sources) => Sources = [.. sources.Distinct().Order(StringComparer.Ordinal)];

    /// <summary>What is allowed, in order.</summary>
    public ImmutableArray<string> Sources { get; }

    /// <summary>What is wrong with an image; null if nothing is.</summary>
    /// <param name="image">Its reference.</param>
    public string? Problem(string image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return !Sources.Any(source => Prefixes(source).Any(prefix => image.StartsWith(prefix, StringComparison.Ordinal)))
            ? $"'{image}' comes from nowhere that the image policy allows: {string.Join(", ", Sources)}"
            : IsFixed(image) ? null : $"'{image}' floats: its version is neither a tag other than latest nor a digest";
    }

    /// <summary>The images of a pod in CEL, those of volumes too (kubernetes.io, "Validating Admission Policy").</summary>
    public static ImmutableArray<string> ImagesOfPod { get; } =
    [
        "object.spec.containers.map(c, c.image)",
        "(has(object.spec.initContainers) ? object.spec.initContainers.map(c, c.image) : [])",
        "(has(object.spec.ephemeralContainers) ? object.spec.ephemeralContainers.map(c, c.image) : [])",
        "(has(object.spec.volumes) ? object.spec.volumes.filter(v, has(v.image)).map(v, v.image.reference) : [])",
    ];

    /// <summary>Those images that come from nowhere that is allowed, in CEL, out of the variable <c>images</c>.</summary>
    public string Foreign => $"variables.images.filter(i, ![{string.Join(", ", Sources.SelectMany(Prefixes).Select(prefix => $"'{prefix}'"))}].exists(s, i.startsWith(s)))";

    /// <summary>Those images whose version floats, in CEL.</summary>
    public static string Floats => $"variables.images.filter(i, !i.matches('{VersionPattern}') || i.endsWith('{Floating}'))";

    /// <summary>Whether an image is the same tomorrow: by a tag that is not <c>latest</c>, or a digest.</summary>
    /// <param name="image">Its reference.</param>
    public static bool IsFixed(string image) => Version().IsMatch(image) && !image.EndsWith(Floating, StringComparison.Ordinal);

    // A registry or folder of it, or a repository by its whole name: docker.io/vllm isn't docker.io/vllm-fork.
    private static IEnumerable<string> Prefixes(string source) => [$"{source}/", $"{source}:", $"{source}@"];

    [GeneratedRegex(VersionPattern, RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
