namespace Infra.Stacks.Tests.Settings;

/// <summary>Requests that are simulated are for models that there are, and come from one place.</summary>
public sealed class SimulationRuleTests
{
    [Theory]
    [InlineData("""{"trace": "t.csv", "model": "reader", "models": {"gpt-4": "reader"}, "profiles": {"reader": "r.json", "reader@l4": "l.json"}}""")]
    [InlineData("""{"synthetic": "diurnal", "rates": {"reader": "2/s"}, "duration": "24h", "seed": 7}""")]
    public void Models_that_there_are_can_be_asked(string capacity) => Assert.Equal("", SampleConfig.Eks().With("capacity", capacity).Problems());

    [Theory]
    [InlineData("""{"trace": "t.csv", "model": "raeder"}""", "capacity.model: 'raeder' is not a model; did you mean 'reader'? there are: reader")]
    [InlineData("""{"trace": "t.csv", "models": {"gpt-4": "helper"}}""", "capacity.models.gpt-4: 'helper' is not a model; there are: reader")]
    [InlineData("""{"synthetic": "steady", "rates": {"helper": "2/s"}}""", "capacity.rates.helper: 'helper' is not a model; there are: reader")]
    [InlineData("""{"trace": "t.csv", "profiles": {"helper": "p.json"}}""", "capacity.profiles.helper: 'helper' is not a model; there are: reader")]
    [InlineData("""{"trace": "t.csv", "profiles": {"helper@t4": "p.json"}}""", "capacity.profiles[\"helper@t4\"]: 'helper' is not a model; there are: reader")]
    [InlineData("{}", "capacity: has no requests; say one of trace and synthetic")]
    [InlineData("""{"trace": "t.csv", "synthetic": "steady", "rates": {"reader": "2/s"}}""", "capacity: has both trace and synthetic; say exactly one")]
    [InlineData("""{"synthetic": "steady"}""", "capacity.rates: there is none, so that nobody asks; name a model with its rate, such as {assistant: 2/s}")]
    [InlineData("""{"trace": "t.csv", "rates": {"reader": "2/s"}}""", "capacity.rates: are for synthetic; a trace has its own")]
    [InlineData("""{"synthetic": "steady", "rates": {"reader": "2/s"}, "model": "reader"}""", "capacity.model: is for trace; made-up traffic names the plan's models in rates")]
    [InlineData("""{"synthetic": "steady", "rates": {"reader": "2"}}""", "capacity.rates.reader: '2' is not allowed; allowed: a rate such as 10/s, 90/min or 2.5/h, more than 0 and at most 1000000/s")]
    public void A_mistake_is_named_with_its_path(string capacity, string problem) => Assert.Equal($"gpu-inference:{problem}", SampleConfig.Eks().With("capacity", capacity).Problems());
}
