using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Tenants;
using Pulumi;
using Eks = Pulumi.Aws.Eks;

namespace Infra.Components.Tenants;

/// <summary>The way of IAM roles into an EKS cluster as members of its tenants' groups. A role has one entry in a cluster, whatever many tenants it belongs to.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-ACCOUNT-ROLE  access entry of an IAM role, without an access policy: the tenants' namespaces say what its groups may do
/// </code>
/// </remarks>
public sealed class TenantAccess : ComponentResource
{
    /// <summary>Declares the entries.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public TenantAccess(string name, TenantAccessArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.TenantAccess, name, args, options)
    {
        Check(name, args);
        foreach (var entry in args.Entries)
        {
            _ = new Eks.AccessEntry($"{name}-{ShortName(entry.RoleArn)}", new Eks.AccessEntryArgs
            {
                ClusterName = args.ClusterName,
                PrincipalArn = entry.RoleArn,
                Type = "STANDARD",
                KubernetesGroups = entry.Groups,
            }, Children.Root(this, options));
        }

        RegisterOutputs();
    }

    // An account has one role of a name, whatever its path.
    private static string ShortName(string arn)
    {
        var parts = arn.Split(':');
        return $"{parts[4]}-{parts[^1].Split('/')[^1]}";
    }

    private void Check(string name, TenantAccessArgs args)
    {
        var problems = new ConfigProblems();
        for (var i = 0; i < args.Entries.Count; i++)
        {
            var (path, entry) = ($"{name}.entries[{i}]", args.Entries[i]);
            if (entry.RoleArn.Split(':') is not ["arn", _, "iam", "", { Length: > 0 }, var resource] || !resource.StartsWith("role/", StringComparison.Ordinal))
            {
                problems.Add($"{path}.roleArn", $"{Shown.Quoted(entry.RoleArn)} is not the ARN of an IAM role");
            }
            else if (args.Entries.Take(i).Any(other => other.RoleArn == entry.RoleArn))
            {
                problems.Add($"{path}.roleArn", $"'{entry.RoleArn}' has an entry already; a role has one in a cluster, with all of its groups");
            }

            if (entry.Groups.Count == 0)
            {
                problems.Add($"{path}.groups", "there is none, and the role could do nothing; name one");
            }

            GroupRules.Check($"{path}.groups", entry.Groups, problems);
        }

        problems.ThrowAt(this, ComponentTypes.TenantAccess);
    }
}
