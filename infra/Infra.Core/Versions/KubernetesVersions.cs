using System.Collections.Immutable;
using System.Globalization;
using Infra.Core.Configuration;

namespace Infra.Core.Versions;

/// <summary>The Kubernetes versions that a cluster may have.</summary>
public static class KubernetesVersions
{
    /// <summary>All of them, oldest first.</summary>
    public static ImmutableArray<KubernetesPin> All { get; } = [Pins.Kubernetes134, Pins.Kubernetes135, Pins.Kubernetes136];

    /// <summary>The version of new clusters: the newest of which every managed add-on is pinned.</summary>
    public static KubernetesPin Default => Pins.Kubernetes135;

    /// <summary>What is known of a version; null for nothing.</summary>
    /// <param name="version">Minor version, such as 1.35.</param>
    public static KubernetesPin? Find(string? version) => All.FirstOrDefault(pin => pin.Version == version);

    /// <summary>The second number of a version; null of what is no version 1.</summary>
    /// <param name="version">Minor version, such as 1.35.</param>
    public static int? Minor(string? version) =>
        version?.Split('.') is ["1", var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var minor) ? minor : null;

    /// <summary>The complaint about a version, fit for <see cref="ConfigProblems.Add"/>; null if a cluster may have it.</summary>
    /// <param name="version">Minor version.</param>
    public static string? Problem(string version) =>
        All.Any(pin => pin.Version == version)
            ? null
            : $"{Shown.Quoted(version)} is no version that is known here; there are: "
                + string.Join(", ", All.Select(pin => $"{pin.Version} (standard support until {pin.EndOfSupport})"));

    /// <summary>Whether a version is 1.<paramref name="minor"/> or later; false where nobody knows it.</summary>
    /// <param name="version">Minor version, such as 1.35; null where nobody knows it.</param>
    /// <param name="minor">The second number.</param>
    public static bool AtLeast(string? version, int minor) =>
        Minor(version) >= minor;
}
