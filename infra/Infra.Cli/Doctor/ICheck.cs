namespace Infra.Cli.Doctor;

/// <summary>One thing that a deployment needs.</summary>
internal interface ICheck
{
    /// <summary>For people, e.g. <c>Pulumi CLI</c>.</summary>
    string Name { get; }

    /// <summary>Whether nothing can be deployed without it.</summary>
    bool IsRequired { get; }

    Task<CheckResult> RunAsync(IProbes probes, CancellationToken stop);
}
