using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Naming;
using Pulumi;
using Eks = Pulumi.Aws.Eks;
using Iam = Pulumi.Aws.Iam;

namespace Infra.Components.Clusters;

/// <summary>An add-on that EKS installs and keeps running, with the IAM role of its pods if they call AWS.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-role            IAM role of the add-on's pods, if it has service accounts and no role exists
/// NAME-role-POLICY     a policy of AWS
/// NAME-policy          inline policy
/// NAME-addon           the add-on
/// </code>
/// What is written here wins over what somebody changed in the cluster, when the add-on is made and at each update.
/// </remarks>
public sealed class EksAddOn : ComponentResource
{
    private const string Namespace = "kube-system";

    /// <summary>ARN of the add-on.</summary>
    [Output("addOnArn")]
    public Output<string> AddOnArn { get; }

    /// <summary>Declares the add-on.</summary>
    /// <exception cref="ResourceException">The arguments describe no possible add-on; the message lists every problem.</exception>
    public EksAddOn(string name, EksAddOnArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.EksAddOn, name, args, options)
    {
        Check(name, args);
        var (role, ready) = args.ServiceAccounts.Count == 0 ? (null, [])
            : args.RoleArn is { } existing ? (existing, [])
            : CreateRole(name, args, options);
        var addOn = new Eks.AddonArgs
        {
            ClusterName = args.ClusterName,
            AddonName = args.AddOn,
            AddonVersion = args.Version is { } version ? (Input<string>)version : null,
            ConfigurationValues = args.Configuration,
            Preserve = args.Preserve,
            ResolveConflictsOnCreate = "OVERWRITE",
            ResolveConflictsOnUpdate = "OVERWRITE",
        };
        foreach (var serviceAccount in role is null ? [] : args.ServiceAccounts)
        {
            addOn.PodIdentityAssociations.Add(new Eks.Inputs.AddonPodIdentityAssociationArgs { ServiceAccount = serviceAccount, RoleArn = role! });
        }

        AddOnArn = new Eks.Addon($"{name}-addon", addOn, Children.Root(this, options, ready)).Arn;
        RegisterOutputs();
    }

    private void Check(string name, EksAddOnArgs args)
    {
        var problems = new ConfigProblems();
        if (args.ServiceAccounts.Count > 0 && args.RoleArn is null)
        {
            if (AutoNames.Problem(NameRules.IamRole, name, "-role") is { } problem)
            {
                problems.Add(name, problem);
            }

            if (args.PolicyArns.Count == 0 && args.Policy is null)
            {
                problems.Add(ConfigPath.Key(name, "policyArns"), "there is none, and no policy; a role that may do nothing is of no use");
            }
        }

        if (args.ServiceAccounts.Count == 0 && (args.PolicyArns.Count > 0 || args.Policy is not null || args.RoleArn is not null))
        {
            problems.Add(ConfigPath.Key(name, "serviceAccounts"), "there is none that could take on the role; name the add-on's service accounts");
        }

        if (!problems.IsEmpty)
        {
            throw new ResourceException(problems.Render(ComponentTypes.EksAddOn), this, hideStack: true);
        }
    }

    private (Input<string>? Arn, Resource[] Ready) CreateRole(string name, EksAddOnArgs args, ComponentResourceOptions? options)
    {
        var serviceAccounts = args.ServiceAccounts.ToArray();
        var role = new Iam.Role($"{name}-role", new Iam.RoleArgs
        {
            Description = $"Pods of the add-on {args.AddOn}, through EKS Pod Identity",
            AssumeRolePolicy = args.ClusterName.Apply(cluster => PolicyDocuments.AssumedByPods(cluster, Namespace, serviceAccounts)),
        }, Children.Root(this, options));
        var policies = new List<Resource>();
        foreach (var policy in args.PolicyArns)
        {
            policies.Add(new Iam.RolePolicyAttachment($"{name}-role-{policy.Split('/')[^1]}", new Iam.RolePolicyAttachmentArgs
            {
                Role = role.Name,
                PolicyArn = policy,
            }, Children.Of(this)));
        }

        if (args.Policy is { } document)
        {
            policies.Add(new Iam.RolePolicy($"{name}-policy", new Iam.RolePolicyArgs { Role = role.Name, Policy = document.ToOutput() }, Children.Of(this)));
        }

        return (role.Arn, [.. policies]);
    }
}
