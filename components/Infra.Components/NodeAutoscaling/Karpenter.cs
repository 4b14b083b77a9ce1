using Infra.Components.Helm;
using Infra.Components.Identity;
using Infra.Components.Nodes;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Naming;
using Infra.Core.Versions;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;
using CloudWatch = Pulumi.Aws.CloudWatch;
using Eks = Pulumi.Aws.Eks;
using Iam = Pulumi.Aws.Iam;
using Sqs = Pulumi.Aws.Sqs;

namespace Infra.Components.NodeAutoscaling;

/// <summary>Karpenter: launches instances for pending pods and takes idle ones away. Pools are <see cref="KarpenterNodePool"/>s.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-node-role           IAM role of the nodes, with its policy attachments
/// NAME-node-access         lets the nodes join the cluster
/// NAME-queue               SQS queue of interruptions, with its policy
/// NAME-EVENT-rule          five rules of EventBridge, each with a target
/// NAME-role                IAM role of the controller, with policy and association
/// NAME-crds                Helm release of the custom resource definitions
/// NAME-release             Helm release of the controller in kube-system
/// </code>
/// Its pods must not run on nodes that it launches itself: the cluster needs a managed pool beside them. Pools wait for the component, so
/// that in a teardown the nodes go while the controller is still there to take them away.
/// </remarks>
public sealed class Karpenter : ComponentResource
{
    private const string Namespace = "kube-system";

    // Interruptions that are older have happened.
    private const int RetentionSeconds = 300;

    /// <summary>Name of the nodes' IAM role.</summary>
    [Output("nodeRoleName")]
    public Output<string> NodeRoleName { get; }

    /// <summary>Declares roles, queue, rules and releases.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public Karpenter(string name, KarpenterArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.Karpenter, name, args, options)
    {
        Check(name, args);
        var nodeRole = CreateNodeRole(name, args, options);
        var queue = CreateQueue(name, options);
        var identity = PodIdentity.Declare(this, name, new PodIdentityRoleArgs
        {
            ClusterName = args.ClusterName,
            Namespace = Namespace,
            ServiceAccount = KarpenterValues.ServiceAccount,
            Policy = Output.Tuple(nodeRole.Arn, queue.Arn).Apply(arns =>
                new KarpenterPolicies(args.ClusterName, args.Region, args.AccountId, arns.Item1, arns.Item2).Document()),
        }, options);
        var crds = new Release($"{name}-crds", HelmReleases.Of(Pins.KarpenterCrd, Namespace, []), Children.Root(this, options));
        var controller = HelmReleases.Of(Pins.Karpenter, Namespace, KarpenterValues.For(args, queue.Name));
        // The chart brings the definitions too, and Helm would never update those.
        controller.SkipCrds = true;
        _ = new Release($"{name}-release", controller, Children.Root(this, options, crds, identity.Association));

        NodeRoleName = nodeRole.Name;
        RegisterOutputs();
    }

    private void Check(string name, KarpenterArgs args)
    {
        var problems = new ConfigProblems();
        if (AutoNames.Problem(NameRules.IamRole, name, "-node-role") is { } problem)
        {
            problems.Add(name, problem);
        }

        if (args.Replicas < 1)
        {
            problems.Add(ConfigPath.Key(name, "replicas"), $"{args.Replicas} is less than 1");
        }

        problems.ThrowAt(this, ComponentTypes.Karpenter);
    }

    private Iam.Role CreateNodeRole(string name, KarpenterArgs args, ComponentResourceOptions? options)
    {
        var role = new Iam.Role($"{name}-node-role", new Iam.RoleArgs
        {
            Description = $"Nodes that Karpenter launches for the cluster {args.ClusterName}",
            AssumeRolePolicy = PolicyDocuments.AssumedByService("ec2.amazonaws.com"),
        }, Children.Root(this, options));
        foreach (var (suffix, arn) in NodePolicies.For(args.AttachCniPolicy))
        {
            _ = new Iam.RolePolicyAttachment(
                $"{name}-node-role-{suffix}", new Iam.RolePolicyAttachmentArgs { Role = role.Name, PolicyArn = arn }, Children.Of(this));
        }

        _ = new Eks.AccessEntry($"{name}-node-access", new Eks.AccessEntryArgs
        {
            ClusterName = args.ClusterName,
            PrincipalArn = role.Arn,
            Type = "EC2_LINUX",
        }, Children.Of(this));
        return role;
    }

    private Sqs.Queue CreateQueue(string name, ComponentResourceOptions? options)
    {
        var queue = new Sqs.Queue(
            $"{name}-queue",
            new Sqs.QueueArgs { MessageRetentionSeconds = RetentionSeconds, SqsManagedSseEnabled = true },
            Children.Root(this, options));
        _ = new Sqs.QueuePolicy($"{name}-queue-policy", new Sqs.QueuePolicyArgs
        {
            QueueUrl = queue.Url,
            Policy = queue.Arn.Apply(InterruptionQueuePolicy.For),
        }, Children.Of(this));
        foreach (var (role, source, detailType) in InterruptionEvents.All)
        {
            var rule = new CloudWatch.EventRule($"{name}-{role}-rule", new CloudWatch.EventRuleArgs
            {
                Description = $"{detailType} for Karpenter",
                EventPattern = InterruptionEvents.Pattern(source, detailType),
            }, Children.Root(this, options));
            _ = new CloudWatch.EventTarget(
                $"{name}-{role}-target", new CloudWatch.EventTargetArgs { Rule = rule.Name, Arn = queue.Arn }, Children.Of(this));
        }

        return queue;
    }
}
