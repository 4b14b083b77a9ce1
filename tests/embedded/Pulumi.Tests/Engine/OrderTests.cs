namespace Pulumi.Tests.Engine;

/// <summary>Where the real SDK's order is that of a dictionary, which differs from run to run, ours is fixed: a plan is the same each time.</summary>
public sealed class OrderTests
{
    [Fact]
    public async Task An_immutable_dictionary_is_written_in_order_and_another_one_as_it_is()
    {
        var names = Enumerable.Range(0, 50).Select(i => $"k{i:00}").ToList();
        var immutable = ImmutableDictionary.CreateRange(names.Select(name => KeyValuePair.Create(name, Output.Create(1))));
        var inserted = names.AsEnumerable().Reverse().ToDictionary(name => name, _ => 1);

        Assert.Equal($"{{{string.Join(",", names.Select(name => $"\"{name}\":1"))}}}", await Output.JsonSerialize(Output.Create(immutable)).ValueAsync());
        Assert.Equal($"{{{string.Join(",", names.AsEnumerable().Reverse().Select(name => $"\"{name}\":1"))}}}", await Output.JsonSerialize(Output.Create(inserted)).ValueAsync());
    }
}
