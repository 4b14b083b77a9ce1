using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Security;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.AdmissionRegistration.V1;
using Admission = Pulumi.Kubernetes.AdmissionRegistration.V1;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Security;

/// <summary>
/// Which images pods may have, asked by Kubernetes itself: a validating admission policy needs no webhook that could be down. One per cluster.
/// </summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-policy   ValidatingAdmissionPolicy on pods and their ephemeral containers
/// NAME-binding  where it holds, and whether it refuses or warns
/// </code>
/// </remarks>
public sealed class ImageAdmission : ComponentResource
{
    private const string PolicyName = "gpu-inference-images";

    // Every namespace has it (kubernetes.io, "Well-Known Labels, Annotations and Taints").
    private const string NameLabel = "kubernetes.io/metadata.name";

    /// <summary>Declares policy and binding.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public ImageAdmission(string name, ImageAdmissionArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.ImageAdmission, name, args, options)
    {
        Check(name, args);
        var policy = new Admission.ValidatingAdmissionPolicy($"{name}-policy", new ValidatingAdmissionPolicyArgs
        {
            Metadata = new Meta.ObjectMetaArgs { Name = PolicyName, Labels = ManagedBy.Owned.ToDictionary() },
            Spec = Spec(new ImagePolicy(args.Sources)),
        }, Children.Root(this, options));
        _ = new Admission.ValidatingAdmissionPolicyBinding($"{name}-binding", new ValidatingAdmissionPolicyBindingArgs
        {
            Metadata = new Meta.ObjectMetaArgs { Name = PolicyName, Labels = ManagedBy.Owned.ToDictionary() },
            Spec = new ValidatingAdmissionPolicyBindingSpecArgs
            {
                PolicyName = policy.Metadata.Apply(metadata => metadata.Name),
                ValidationActions = args.Enforce ? ["Deny"] : ["Warn", "Audit"],
                MatchResources = new MatchResourcesArgs
                {
                    NamespaceSelector = new Meta.LabelSelectorArgs
                    {
                        MatchExpressions = new Meta.LabelSelectorRequirementArgs { Key = NameLabel, Operator = "In", Values = args.Namespaces.Order(StringComparer.Ordinal).ToArray() },
                    },
                },
            },
        }, Children.Root(this, options));
        RegisterOutputs();
    }

    private static ValidatingAdmissionPolicySpecArgs Spec(ImagePolicy policy) => new()
    {
        FailurePolicy = "Fail",
        MatchConstraints = new MatchResourcesArgs
        {
            ResourceRules = new NamedRuleWithOperationsArgs
            {
                ApiGroups = "",
                ApiVersions = "v1",
                Operations = { "CREATE", "UPDATE" },
                Resources = { "pods", "pods/ephemeralcontainers" },
            },
        },
        // Pods that were there before the policy must still lose a finalizer or change a label, or those of Jobs would never go.
        MatchConditions = new MatchConditionArgs { Name = "pod-changes", Expression = "oldObject == null || object.spec != oldObject.spec" },
        Variables =
        {
            Variable("images", string.Join(" + ", ImagePolicy.ImagesOfPod)),
            Variable("foreign", policy.Foreign),
            Variable("floating", ImagePolicy.Floats),
        },
        Validations =
        {
            Validation("foreign", "from a registry that isn't allowed; allowed are " + string.Join(", ", policy.Sources)),
            Validation("floating", "without a fixed version: give a tag other than latest, or a digest"),
        },
    };

    private static VariableArgs Variable(string name, string expression) => new() { Name = name, Expression = expression };

    private static ValidationArgs Validation(string variable, string what) => new()
    {
        Expression = $"size(variables.{variable}) == 0",
        MessageExpression = $"'images ' + variables.{variable}.join(', ') + ' are {what.Replace("'", "\\'", StringComparison.Ordinal)}'",
    };

    private void Check(string name, ImageAdmissionArgs args)
    {
        var problems = new ConfigProblems();
        if (args.Sources.Count == 0)
        {
            problems.Add($"{name}.sources", "is empty; name what is allowed, or leave the component out");
        }

        if (args.Namespaces.Count == 0)
        {
            problems.Add($"{name}.namespaces", "is empty; name at least one");
        }

        problems.ThrowAt(this, ComponentTypes.ImageAdmission);
    }
}
