using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Gpu;

/// <summary>Only GPUs that can be cut are cut.</summary>
internal sealed class MigWhereItExists : IPolicyRule
{
    private const string Label = "nvidia.com/mig.config";
    private const string Piece = "nvidia.com/mig-";

    public RuleDescription About { get; } = new(
        "GPU012",
        PolicySeverity.Error,
        "MIG is asked of GPUs that have it",
        "T4, V100, A10G, L4 and L40S have no Multi-Instance GPU: the MIG manager fails on them, the pieces never appear, and pods that ask for nvidia.com/mig-… stay Pending.",
        "NVIDIA Multi-Instance GPU user guide, \"Supported GPUs\"");

    public IEnumerable<Verdict> Check(PolicyContext context) => Labels(context).Concat(Pieces(context));

    private static IEnumerable<Verdict> Labels(PolicyContext context) =>
        from pool in context.Pools
        from verdict in pool.Subject.Judge(pool.Labels[Label], layout => layout.Text is null or "all-disabled" ? null : Without(pool) is { } without ? $"{without} can't be cut by MIG; remove {Label}, or use A100, H100 or later" : null)
        select verdict;

    private static IEnumerable<Verdict> Pieces(PolicyContext context) =>
        from pod in context.Pods
        from container in pod.AllContainers
        from amount in container.Body["resources", "limits"].Entries
        where amount.Key.StartsWith(Piece, StringComparison.Ordinal)
        let pools = context.Pools.Where(pool => pool.HasNvidia && pool.Refuses(pod) is null).ToList()
        where pools.Count > 0 && pools.All(pool => Without(pool) is not null)
        select pod.Owner.Finding(amount.Value, $"asks for {amount.Key}, and {Without(pools[0])} of {pools[0].Name} can't be cut by MIG; ask for nvidia.com/gpu, or move to A100, H100 or later");

    // The first GPU of a pool that has no MIG; null where all have it, or nobody knows.
    private static string? Without(PolicyPool pool) => pool.Types.Select(type => type.Accelerator?.Model).FirstOrDefault(model => model is { Mig: null })?.Name;
}
