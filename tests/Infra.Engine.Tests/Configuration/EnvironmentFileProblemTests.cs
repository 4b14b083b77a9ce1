using System.Text;
using static Infra.Engine.Tests.Configuration.EnvironmentFileValueTests;

namespace Infra.Engine.Tests.Configuration;

public class EnvironmentFileProblemTests
{
    [Theory]
    [InlineData("config:\n  p:a: 1\n  p:b: 2\n  p:a: 3\n", "line 4, column 3: mapping key \"p:a\" already defined at line 2; keep one")]
    [InlineData("config:\n  p:a:\n    x: 1\n    'x': 2\n", "line 4, column 5: mapping key \"x\" already defined at line 3; keep one")]
    [InlineData("config:\n  a: 1\n  p:a: 2\n", "line 3, column 3: 'p:a' is the key 'p:a', already defined at line 2; keep one")]
    [InlineData("config:\n  p:config:a: 1\n  a: 2\n", "line 3, column 3: 'a' is the key 'p:a', already defined at line 2; keep one")]
    [InlineData("config:\n  a:b:c: 1\n", "line 2, column 3: 'a:b:c' is not a configuration key; write NAMESPACE:NAME, or NAME for this project's own")]
    [InlineData("config:\n  ':a': 1\n", "line 2, column 3: ':a' is not a configuration key; write NAMESPACE:NAME, or NAME for this project's own")]
    [InlineData("confg:\n  p:a: 1\n", "line 1, column 1: unknown key 'confg' beside 'config'; did you mean 'config'?")]
    [InlineData("name: p\n", "line 1, column 1: unknown key 'name' beside 'config'; allowed are config, encryptedkey, encryptionsalt, environment, secretsprovider")]
    [InlineData("config: 3\n", "line 1, column 9: 'config' is 3; a mapping of NAMESPACE:NAME to values is required")]
    [InlineData("config: [a]\n", "line 1, column 9: 'config' is a list; a mapping of NAMESPACE:NAME to values is required")]
    [InlineData("just text\n", "line 1, column 1: the text 'just text' was found; keys with values are required")]
    [InlineData("- a\n", "line 1, column 1: a list was found; keys with values are required")]
    [InlineData("config:\n  p:a: 1\n---\nconfig:\n  p:b: 2\n", "line 3, column 1: a second document starts here; Pulumi reads the first one only; remove the others")]
    [InlineData("config:\n  p:a: *missing\n", "line 2, column 8: unknown anchor 'missing' referenced; define &missing above, or write the value")]
    [InlineData("config:\n  p:a: &x [*x]\n", "line 2, column 12: anchor 'x' value contains itself; write the value in the place of *x")]
    [InlineData("config:\n  p:a: { <<: 3 }\n", "line 2, column 14: map merge requires map or sequence of maps as the value; write <<: and the alias of a mapping, such as *base")]
    [InlineData("config:\n  p:a: { [x]: 3 }\n", "line 2, column 10: a list or a mapping can't be a key; write text")]
    [InlineData("config:\n  p:a: !!int abc\n", "line 2, column 8: 'abc' can't be read as !!int; remove the tag, or write another value")]
    [InlineData("config:\n  p:a: !!binary aGk=\n", "line 2, column 8: 'aGk=' can't be read as !!binary; remove the tag, or write another value")]
    [InlineData("config:\n  p:a: .inf\n", "line 2, column 8: .inf has no notation in JSON, in which Pulumi keeps configuration; quote it if it is text")]
    [InlineData("config:\n\tp:a: 1\n", "line 2, column 1: a tab indents this line; YAML allows spaces only")]
    [InlineData("config:\n  p:\n  \ta: 1\n", "line 3, column 3: a tab indents this line; YAML allows spaces only")]
    [InlineData("config:\n  p:a:\n    - b\n\t- c\n", "line 4, column 1: a tab indents this line; YAML allows spaces only")]
    [InlineData("config:\n  p:a: x\u0001\n", "line 2, column 9: the control character U+0001 is not allowed; remove it")]
    [InlineData("config:\r\n  p:a: '\u007f'\r\n", "line 2, column 9: the control character U+007F is not allowed; remove it")]
    [InlineData("config:\n  p:a: [1, 2\n", "line 3, column 1: while parsing a flow sequence, did not find expected ',' or ']'")]
    [InlineData("config:\n  p:a: \"open\n", "line 2, column 8: while scanning a quoted scalar, found unexpected end of stream")]
    [InlineData("config:\n  p:a: 1\n p:b: 2\n", "line 3, column 2: while parsing a block mapping, did not find expected key")]
    [InlineData("config:\n  p:a: b: c\n", "line 2, column 9: while scanning a plain scalar value, found invalid mapping")]
    [InlineData("config:\n  p:a: {\n\tx{", "line 2, column 8: from here on the text is not YAML; look for an open quote or bracket before this place")]
    [InlineData("config:\n  p:a: @x\n", "line 2, column 8: while scanning for the next token, found character that cannot start any token")]
    public void A_bad_file_says_where_and_what(string yaml, string problem)
    {
        var file = Parse(yaml);

        Assert.Equal($"1 problem in Pulumi.dev.yaml:\n  {problem}", file.Problems.Render(file.FileName));
    }

    [Fact]
    public void All_problems_of_a_readable_file_are_told_at_once()
    {
        var file = Parse("conf: 1\nconfig:\n  p:a: 1\n  p:a: 2\n  x:y:z: 3\n  pulumi:disable-default-providers: all\n");
        const string expected =
            """
            4 problems in Pulumi.dev.yaml:
              line 4, column 3: mapping key "p:a" already defined at line 3; keep one
              line 1, column 1: unknown key 'conf' beside 'config'; did you mean 'config'?
              line 5, column 3: 'x:y:z' is not a configuration key; write NAMESPACE:NAME, or NAME for this project's own
              pulumi:disable-default-providers: 'all' was found; a list of package names is required, such as [aws, kubernetes], or ['*'] for all
            """;

        Assert.Equal(expected, file.Problems.Render(file.FileName));
    }

    [Fact]
    public void Nesting_and_aliases_without_end_are_refused()
    {
        var deep = Parse($"config:\n  p:a: {new string('[', 5000)}\n");
        var laughs = new StringBuilder("config:\n  p:a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 9; i++)
        {
            laughs.Append($"  p:a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        var many = Parse(laughs.ToString());

        Assert.Equal("line 2, column 207: more than 200 levels deep; close the brackets, or indent less", Assert.Single(deep.Problems.All).ToString());
        // From a3 on more than 99 % of the nodes come from aliases; that is said once.
        Assert.Equal("line 2, column 38: document contains excessive aliasing; write the values in the place of the aliases", Assert.Single(many.Problems.All).ToString());
    }
}
