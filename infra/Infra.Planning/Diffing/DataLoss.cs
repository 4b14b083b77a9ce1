using Infra.Planning.Model;

namespace Infra.Planning.Diffing;

/// <summary>What goes with a resource that holds data.</summary>
/// <param name="What">What is lost.</param>
/// <param name="Guard">What stands in the way.</param>
public sealed record DataLoss(string What, LossGuard Guard)
{
    /// <summary>Whether somebody has to do something about it: data that stay are no loss, an update that is refused is one.</summary>
    public bool IsShouted => Guard is LossGuard.None or LossGuard.Protected or LossGuard.Refused;

    /// <param name="before">A resource that is deleted, as it stands.</param>
    /// <returns>What goes with it; null where it holds nothing.</returns>
    public static DataLoss? OfDeleting(PlannedResource before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return DataHolders.Of(before, before.Options.Protect is true);
    }
}
