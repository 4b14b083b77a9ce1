using Infra.Core.Configuration;

namespace Infra.Core.Tests.Configuration;

public sealed class ConfigProblemsTests
{
    [Fact]
    public void Renders_the_block_that_users_read()
    {
        var problems = new ConfigProblems();
        problems.Add("gpu-inference:pools[1].capacity.max", "2 is less than min, which is 4");
        problems.Add("gpu-inference:pools[2].instanceTyp", "unknown key; did you mean 'instanceTypes'?");
        problems.Add("gpu-inference:models[0].pools[0]", "'a10' is not a pool; there are: t4, v100, a100");

        Assert.Equal(
            """
            3 problems in Pulumi.prod.yaml:
              gpu-inference:pools[1].capacity.max: 2 is less than min, which is 4
              gpu-inference:pools[2].instanceTyp: unknown key; did you mean 'instanceTypes'?
              gpu-inference:models[0].pools[0]: 'a10' is not a pool; there are: t4, v100, a100
            """.ReplaceLineEndings("\n"),
            problems.Render("Pulumi.prod.yaml"));
    }

    [Fact]
    public void One_problem_is_singular_and_none_is_nothing()
    {
        var problems = new ConfigProblems();
        Assert.Equal("", problems.Render("Pulumi.dev.yaml"));

        problems.Add("gpu-inference:cluster", "missing; an object is required");
        Assert.Equal("1 problem in Pulumi.dev.yaml:\n  gpu-inference:cluster: missing; an object is required", problems.Render("Pulumi.dev.yaml"));
    }

    [Theory]
    [InlineData("k:pools[1]", true)]
    [InlineData("k:pools[1].capacity", true)]
    [InlineData("k:pools[1].capacity.max", true)]
    [InlineData("k:pools[1].capacity.max.x", false)]
    [InlineData("k:pools[1].cap", false)]
    [InlineData("k:pools[10]", false)]
    public void Knows_whether_a_value_is_already_complained_about(string path, bool covered)
    {
        var problems = new ConfigProblems();
        problems.Add("k:pools[1].capacity.max", "missing");

        Assert.Equal(covered, problems.Cover(path));
    }

    [Fact]
    public void After_two_hundred_they_are_only_counted()
    {
        var problems = new ConfigProblems();
        for (var i = 0; i < 203; i++)
        {
            problems.Add($"k:v[{i}]", "wrong");
        }

        var copy = new ConfigProblems();
        copy.AddAll(problems.As(all => all.Reverse()));
        var lines = copy.Render("Pulumi.prod.yaml").Split('\n');
        Assert.Equal((203, 200, 3), (copy.Count, copy.All.Count, copy.Unlisted));
        Assert.Equal(("203 problems in Pulumi.prod.yaml:", "  k:v[199]: wrong", "  and 3 more"), (lines[0], lines[1], lines[^1]));
    }

    [Theory]
    [InlineData("k:v[202]", true)]
    [InlineData("k:v[202].a", true)]
    [InlineData("k:v[202].a.c", false)]
    [InlineData("k:v[203]", false)]
    public void A_problem_that_is_only_counted_covers_its_value_too(string path, bool covered)
    {
        var problems = new ConfigProblems();
        for (var i = 0; i < 203; i++)
        {
            problems.Add($"k:v[{i}].a.b", "wrong");
        }

        var copy = new ConfigProblems();
        copy.AddAll(problems.As(all => all));
        Assert.Equal((covered, covered), (problems.Cover(path), copy.Cover(path)));
    }

    [Fact]
    public void A_message_is_one_line_fit_for_a_terminal_and_not_endless()
    {
        var problems = new ConfigProblems();
        problems.Add("k:v", "'a\nb\u001b[2J\u202e' is wrong");
        problems.Add("k:w", new string('a', 1_001));

        Assert.Equal("k:v: 'a\\u000ab\\u001b[2J\\u202e' is wrong", problems.All[0].ToString());
        Assert.Equal(new string('a', 1_000) + "…", problems.All[1].Message);
    }
}
