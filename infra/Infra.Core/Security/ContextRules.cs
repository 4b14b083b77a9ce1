using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Infra.Core.Security;

/// <summary>Fields that pods and containers have in common.</summary>
internal static class ContextRules
{
    private static readonly ImmutableHashSet<string> _linuxTypes = ["container_t", "container_init_t", "container_kvm_t", "container_engine_t"];

    /// <summary>What a pod's own context has that isn't allowed. What is missing there may stand in the containers.</summary>
    /// <param name="context">The context; null for none.</param>
    public static IEnumerable<PodSecurityFinding> OfPod(JsonNode? context) => context is null
        ? []
        : Common("spec", context).Concat(context["runAsNonRoot"] is { } nonRoot && !IsTrue(nonRoot) ? [new PodSecurityFinding("spec.securityContext.runAsNonRoot", "false", "true")] : []);

    /// <summary>What any context has that isn't allowed.</summary>
    /// <param name="path">Pod or container.</param>
    /// <param name="context">The context.</param>
    public static IEnumerable<PodSecurityFinding> Common(string path, JsonNode context)
    {
        if (context["runAsUser"] is { } user && user.ToString() == "0")
        {
            yield return Finding("runAsUser", "0", "any other user, or nothing");
        }

        if (IsTrue(context["windowsOptions"]?["hostProcess"]))
        {
            yield return Finding("windowsOptions.hostProcess", "true", "false, or nothing");
        }

        if (Text(context["seccompProfile"]?["type"]) is { } seccomp && !IsSeccomp(seccomp))
        {
            yield return Finding("seccompProfile.type", seccomp, "RuntimeDefault or Localhost");
        }

        if (Text(context["appArmorProfile"]?["type"]) is { } armor && armor is not ("RuntimeDefault" or "Localhost"))
        {
            yield return Finding("appArmorProfile.type", armor, "RuntimeDefault, Localhost, or nothing");
        }

        if (Text(context["seLinuxOptions"]?["type"]) is { } type && !_linuxTypes.Contains(type))
        {
            yield return Finding("seLinuxOptions.type", type, string.Join(", ", _linuxTypes.Order(StringComparer.Ordinal)));
        }

        foreach (var field in new[] { "user", "role" })
        {
            if (Text(context["seLinuxOptions"]?[field]) is { } value)
            {
                yield return Finding($"seLinuxOptions.{field}", value, "nothing");
            }
        }

        PodSecurityFinding Finding(string field, string found, string allowed) => new($"{path}.securityContext.{field}", found, allowed);
    }

    /// <summary>Whether a profile of system calls is allowed.</summary>
    public static bool IsSeccomp(string? type) => type is "RuntimeDefault" or "Localhost";

    /// <summary>Whether a field is set and true.</summary>
    public static bool IsTrue(JsonNode? field) => field?.ToString() == "true";

    /// <summary>A field's text; null where it is missing or empty.</summary>
    public static string? Text(JsonNode? field) => field?.ToString() is { Length: > 0 } text ? text : null;
}
