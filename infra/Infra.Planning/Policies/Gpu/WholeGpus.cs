using System.Globalization;
using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Gpu;

/// <summary>There are no halves of extended resources.</summary>
internal sealed class WholeGpus : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "GPU004",
        PolicySeverity.Error,
        "GPUs are asked for in whole numbers",
        "The API server refuses fractions of extended resources; a part of a GPU comes from time-slicing, MPS or MIG, whose pieces are counted whole.",
        "kubernetes.io, \"Extended resources\": only whole numbers are valid");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from pod in context.Pods
        from container in pod.AllContainers
        from amount in container.Accelerators
        from verdict in pod.Owner.Judge(amount, Problem)
        select verdict;

    private static string? Problem(Field amount) =>
        long.TryParse(amount.Text, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? null : $"'{amount.Text}' is no whole number; share the GPU by the device plugin and ask for 1 of its pieces";
}
