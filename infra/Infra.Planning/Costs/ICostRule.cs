namespace Infra.Planning.Costs;

/// <summary>Knows what one kind of thing costs.</summary>
internal interface ICostRule
{
    /// <summary>Types of AWS resources that it knows the price of, or says that it doesn't.</summary>
    IReadOnlyCollection<string> Types => [];

    /// <summary>Adds what the plan has of it.</summary>
    void Price(CostedPlan plan, CostSheet sheet);
}
