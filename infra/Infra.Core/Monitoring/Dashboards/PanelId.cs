using System.Text;

namespace Infra.Core.Monitoring.Dashboards;

/// <summary>Ids of panels. Links to a panel (<c>viewPanel=panel-ID</c>) hold them, so that they come from the title rather than from the place: a panel that is put in or moved doesn't change those of others.</summary>
internal static class PanelId
{
    // FNV-1a, 32 bits (draft-eastlake-fnv): string.GetHashCode differs from process to process.
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    // Grafana keeps the id as a signed number of 32 bits; 0 means none.
    private const uint Highest = int.MaxValue;

    /// <summary>The id.</summary>
    /// <param name="title">Title of the panel or the row; unique on its dashboard.</param>
    public static int Of(string title) => (int)(Encoding.UTF8.GetBytes(title).Aggregate(Offset, (hash, one) => unchecked((hash ^ one) * Prime)) % Highest) + 1;
}
