using System.Collections.Immutable;
using Infra.Core.Catalog;

namespace Infra.Core.Nodes;

/// <summary>
/// The network interfaces of a node whose EFA interfaces are all in use: one per network card. On cards after the first, an interface without
/// an address is device 0 of its card; device 1 is for one that has an address beside it (EC2 user guide, "Maximize network bandwidth on
/// Amazon EC2 instances with multiple network cards", read 2026-11; EC2NodeClass of Karpenter 1.14 numbers them alike).
/// </summary>
public static class EfaInterfaces
{
    private const string Plain = "interface";
    private const string WithIp = "efa";
    private const string WithoutIp = "efa-only";

    // Its first network card carries no EFA: 16 EFA interfaces on cards 1 to 16.
    private const string FamilyWithoutEfaOnFirstCard = "p6-b300";

    /// <summary>The interfaces of an instance type, the primary one first; empty if it has no EFA.</summary>
    /// <param name="type">An instance type.</param>
    public static ImmutableArray<NodeInterface> Of(InstanceType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (type.EfaInterfaces == 0)
        {
            return [];
        }

        // The primary one must have an IP address, and as EFA it needs no interface beside it, which pods' addresses would miss.
        // All others have none: subnets would lose an address for each, p5.48xlarge 32 of them.
        var primary = new NodeInterface(0, 0, type.Family == FamilyWithoutEfaOnFirstCard ? Plain : WithIp);
        var further = primary.Type == WithIp ? type.EfaInterfaces - 1 : type.EfaInterfaces;
        return [primary, .. Enumerable.Range(1, further).Select(card => new NodeInterface(card, 0, WithoutIp))];
    }

    /// <summary>
    /// The same for Karpenter, which knows no interface that is both EFA and has an IP address (EC2NodeClass of v1.14.1, <c>networkInterfaces</c>): a plain one comes
    /// first, and the first card has its EFA interface beside it.
    /// </summary>
    /// <param name="type">An instance type.</param>
    public static ImmutableArray<NodeInterface> OfKarpenter(InstanceType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (type.EfaInterfaces == 0)
        {
            return [];
        }

        var firstCard = type.Family == FamilyWithoutEfaOnFirstCard ? 1 : 0;
        return [new NodeInterface(0, 0, Plain), .. Enumerable.Range(firstCard, type.EfaInterfaces).Select(card => new NodeInterface(card, card == 0 ? 1 : 0, WithoutIp))];
    }
}
