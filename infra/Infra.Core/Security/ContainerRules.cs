using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Infra.Core.Security;

/// <summary>What the level <c>restricted</c> asks of each container.</summary>
internal static class ContainerRules
{
    private const string Nothing = "nothing";
    private static readonly ImmutableArray<string> _handlers = ["livenessProbe", "readinessProbe", "startupProbe", "lifecycle.postStart", "lifecycle.preStop"];
    private static readonly ImmutableArray<string> _calls = ["httpGet", "tcpSocket"];

    /// <summary>What a container has that isn't allowed, or lacks.</summary>
    /// <param name="container">The container.</param>
    /// <param name="pod">The pod's security context, which counts where the container's own is silent; null for none.</param>
    public static IEnumerable<PodSecurityFinding> Findings(PodContainer container, JsonNode? pod) =>
    [
        .. container.Context is { } own ? ContextRules.Common(container.Path, own) : [],
        .. Rights(container),
        .. User(container, pod),
        .. Capabilities(container),
        .. Ports(container),
        .. Hosts(container),
    ];

    private static IEnumerable<PodSecurityFinding> Rights(PodContainer container)
    {
        if (ContextRules.IsTrue(container.Context?["privileged"]))
        {
            yield return Finding(container, "privileged", "true", "false, or nothing");
        }

        if (container.Context?["allowPrivilegeEscalation"]?.ToString() != "false")
        {
            yield return Finding(container, "allowPrivilegeEscalation", Found(container.Context?["allowPrivilegeEscalation"]), "false");
        }

        if (ContextRules.Text(container.Context?["procMount"]) is { } mount && mount != "Default")
        {
            yield return Finding(container, "procMount", mount, "Default, or nothing");
        }
    }

    private static IEnumerable<PodSecurityFinding> User(PodContainer container, JsonNode? pod)
    {
        // What is wrong at the pod is found there.
        var own = container.Context?["runAsNonRoot"];
        if (own is null ? pod?["runAsNonRoot"] is null : !ContextRules.IsTrue(own))
        {
            yield return Finding(container, "runAsNonRoot", Found(own), "true, here or at the pod");
        }

        if ((container.Context?["seccompProfile"]?["type"] ?? pod?["seccompProfile"]?["type"]) is null)
        {
            yield return Finding(container, "seccompProfile.type", Nothing, "RuntimeDefault or Localhost, here or at the pod");
        }
    }

    private static IEnumerable<PodSecurityFinding> Capabilities(PodContainer container)
    {
        var capabilities = container.Context?["capabilities"];
        if (!Entries(capabilities?["drop"]).Contains("ALL"))
        {
            yield return Finding(container, "capabilities.drop", Found(capabilities?["drop"]), "ALL");
        }

        foreach (var added in Entries(capabilities?["add"]).Where(name => name != "NET_BIND_SERVICE"))
        {
            yield return Finding(container, "capabilities.add", added, "NET_BIND_SERVICE");
        }
    }

    private static IEnumerable<PodSecurityFinding> Ports(PodContainer container) =>
        from port in container.Body["ports"] as JsonArray ?? []
        where port!["hostPort"] is { } host && host.ToString() != "0"
        select new PodSecurityFinding($"{container.Path}.ports[{port["containerPort"]}].hostPort", port["hostPort"]!.ToString(), Nothing);

    // A host in a probe or hook makes the kubelet ask whom it names.
    private static IEnumerable<PodSecurityFinding> Hosts(PodContainer container) =>
        from handler in _handlers
        let body = handler.Split('.').Aggregate((JsonNode?)container.Body, (node, key) => node?[key])
        from kind in _calls
        let host = ContextRules.Text(body?[kind]?["host"])
        where host is not null
        select new PodSecurityFinding($"{container.Path}.{handler}.{kind}.host", host, Nothing);

    private static IEnumerable<string> Entries(JsonNode? list) => (list as JsonArray ?? []).Select(entry => entry!.ToString());

    private static string Found(JsonNode? field) => field?.ToJsonString() ?? Nothing;

    private static PodSecurityFinding Finding(PodContainer container, string field, string found, string allowed) => new($"{container.Path}.securityContext.{field}", found, allowed);
}
