namespace Infra.Core.Versions;

/// <summary>
/// Every version that the stacks use of what others publish, with its source. Nothing floats: a version changes only
/// here, and a preview shows what the change does.
/// </summary>
public static partial class Pins
{
    /// <summary>Kubernetes 1.34; leaves standard support in December 2026, so that it is for clusters that are there already.</summary>
    public static readonly KubernetesPin Kubernetes134 = new(
        "1.34", "EKS user guide, kubernetes-versions, release calendar (github.com/awsdocs/amazon-eks-user-guide at 01385604)", "2025-10")
    {
        EndOfSupport = "2026-12-02",
        EndOfExtendedSupport = "2027-12-02",
    };

    /// <summary>Kubernetes 1.35.</summary>
    public static readonly KubernetesPin Kubernetes135 = new(
        "1.35", "endoflife.date/amazon-eks, which reads the release calendar of the EKS user guide; the same in AWS' EKS operation review", "2026-04-24")
    {
        EndOfSupport = "2027-03-27",
        EndOfExtendedSupport = "2028-03-27",
    };

    /// <summary>Kubernetes 1.36; of its managed add-ons most versions aren't known here.</summary>
    public static readonly KubernetesPin Kubernetes136 = new(
        "1.36", "release calendar of the EKS user guide, as five public tables of support dates copied it between 2026-06 and 2026-08; all agree", "2026-08-09")
    {
        EndOfSupport = "2027-08-02",
        EndOfExtendedSupport = "2028-08-02",
    };
}
