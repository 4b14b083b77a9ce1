using FsCheck;
using FsCheck.Fluent;
using Infra.Planning.Costs;

namespace Infra.Planning.Tests.Costs;

/// <summary>What holds for every plan. The seed is fixed: a build must not fail by luck.</summary>
public sealed class CostPropertyTests
{
    private static readonly string[] _types = ["g4dn.xlarge", "g4dn.2xlarge", "m6i.large", "p4d.24xlarge", "p5e.48xlarge"];
    private static readonly string[] _capacities = ["ON_DEMAND", "SPOT", "CAPACITY_BLOCK"];

    private sealed record Sketch(int[] Pools, int Keys, int Gateways, int Replicas);

    private static readonly Gen<Sketch> _sketches =
        from pools in Gen.ArrayOf(Gen.Choose(0, 10_000))
        from keys in Gen.Choose(0, 4)
        from gateways in Gen.Choose(0, 3)
        from replicas in Gen.Choose(0, 3)
        select new Sketch([.. pools.Take(5)], keys, gateways, replicas);

    [Fact]
    public void Totals_are_the_sum_of_the_lines_and_pools_that_of_models_and_nobody() => Hold(report =>
        report.AtMinimum == report.Lines.Sum(line => line.AtMinimum.Quantity * line.AtMinimum.Price.UsdPerMonth!.Value)
        && report.AtMaximum == report.Lines.Sum(line => line.AtMaximum.Quantity * line.AtMaximum.Price.UsdPerMonth!.Value)
        && report.Pools.Sum(pool => pool.AtMaximum) == report.Lines.Where(line => line.Pool is not null).Sum(line => line.AtMaximum.Usd)
        && report.Pools.Sum(pool => pool.AtMaximum) == report.Idle.AtMaximum + report.Models.Sum(model => model.AtMaximum)
        && report.Models.Sum(model => model.AtMaximum) == report.Tenants.Sum(tenant => tenant.AtMaximum));

    [Fact]
    public void Nothing_costs_less_at_maximum() => Hold(report =>
        report.Lines.All(line => line.AtMinimum.Usd <= line.AtMaximum.Usd) && report.PodsAtMaximum <= report.AtMaximum && report.Idle is { AtMinimum: > -0.000001m, AtMaximum: > -0.000001m });

    [Fact]
    public void Every_name_is_there_once_and_the_dearest_line_first() => Hold(report =>
        Names(report).Distinct().Count() == Names(report).Count()
        && report.Lines.Zip(report.Lines.Skip(1)).All(pair => pair.First.AtMaximum.Usd >= pair.Second.AtMaximum.Usd));

    [Fact]
    public void A_pool_has_a_line_or_is_without_a_price() => Hold((sketch, report) =>
        Enumerable.Range(0, sketch.Pools.Length).All(i => sketch.Pools[i] % 4 == 0 || Names(report).Contains($"nodes/pool-{i}")));

    [Fact]
    public void The_same_plan_costs_the_same_and_reversed_changes_have_reversed_amounts() => Hold((sketch, report) =>
        CostDelta.Between(report, Of(sketch)).Lines.Count == 0
        && Of(sketch with { Keys = sketch.Keys + 1, Replicas = 0 }) is var other
        && CostDelta.Between(report, other).AtMaximum == -CostDelta.Between(other, report).AtMaximum
        && CostDelta.Between(report, other).AtMaximum == CostDelta.Between(report, other).Lines.Sum(line => line.AtMaximum));

    private static IEnumerable<string> Names(CostReport report) =>
        report.Lines.Concat(report.Alternatives).Select(line => line.Id).Concat(report.Usage.Select(line => line.Id)).Concat(report.Unpriced.Select(item => item.Id));

    // Digits of a pool's number: its greatest size, its type, how it is bought, its least size.
    private static CostReport Of(Sketch sketch)
    {
        var plan = new CostPlan();
        for (var i = 0; i < sketch.Pools.Length; i++)
        {
            var number = sketch.Pools[i];
            var most = number % 4;
            plan.Pool($"pool-{i}", $$"""
                "instanceTypes": ["{{_types[number / 4 % 5]}}", "{{_types[number / 20 % 5]}}"], "capacityType": "{{_capacities[number / 100 % 3]}}", "minSize": {{number / 300 % (most + 1)}}, "maxSize": {{most}}
                """);
        }

        for (var i = 0; i < sketch.Keys; i++)
        {
            plan.Aws("aws:kms/key:Key", $"key-{i}", "{}");
        }

        for (var i = 0; i < sketch.Gateways; i++)
        {
            plan.Aws("aws:ec2/natGateway:NatGateway", $"gateway-{i}", "{}");
        }

        return plan.Pool("t4", """ "maxSize": 2 """).Model("a", gpus: 1, sketch.Replicas).Model("b", gpus: 1).Report();
    }

    private static void Hold(Func<CostReport, bool> property) => Hold((_, report) => property(report));

    private static void Hold(Func<Sketch, CostReport, bool> property) =>
        Prop.ForAll(_sketches.ToArbitrary(), sketch => property(sketch, Of(sketch))).Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(20261122UL, 0x9E37_79B9_7F4A_7C15UL));
}
