namespace Infra.Planning.Diffing;

/// <summary>
/// Lists whose order says nothing, by the name of their property: sets in the schema of the AWS provider (Terraform's <c>TypeSet</c>, provider 5.14),
/// and sets of the Kubernetes API (<c>x-kubernetes-list-type: set</c>, and lists that are only searched: rules, capabilities, finalizers).
/// Where a name isn't here, order counts: a command's arguments, the instance types of a pool.
/// </summary>
internal static class SetLists
{
    private static readonly HashSet<string> _names = new(StringComparer.Ordinal)
    {
        "subnetIds", "securityGroupIds", "vpcSecurityGroupIds", "cidrBlocks", "ipv6CidrBlocks", "publicAccessCidrs", "enabledClusterLogTypes", "kubernetesGroups",
        "namespaces", "userIds", "resources", "notResources", "allowedAccountIds", "routeTableIds", "protectedResourceArns", "includeVaults", "excludeVaults",
        "accessModes", "finalizers", "verbs", "apiGroups", "resourceNames", "policyTypes", "imagePullSecrets", "scopes", "add", "drop",
        "Action", "Resource", "NotAction", "NotResource",
    };

    public static bool Contains(string name) => _names.Contains(name);
}
