namespace Infra.Browser.Tests;

/// <summary>What becomes of a pull request's text before a workflow that may write posts it: run as GitHub would run it, in the engine that GitHub's runner has.</summary>
[Collection(nameof(BrowserTests))]
public sealed class CommentTests(Chromium chromium)
{
    [SkippableTheory]
    // Nobody is called.
    [InlineData("@octocat and @org/team", "@·octocat and @·org/team")]
    [InlineData("mail octocat@example.com", "mail octocat@·example.com")]
    // Nothing is loaded.
    [InlineData("![x](https://evil.example/x.png)", "!·[x]·(https:·//evil.example/x.png)")]
    [InlineData("<img src=\"https://evil.example/x.png\">", "<·img src=\"https:·//evil.example/x.png\">")]
    [InlineData("<picture><source srcset=x></picture>", "<·picture><·source srcset=x><·/picture>")]
    // Nothing is linked.
    [InlineData("[click](https://evil.example)", "[click]·(https:·//evil.example)")]
    [InlineData("[click](javascript:alert(1))", "[click]·(javascript:alert(1))")]
    [InlineData("[click][1]\n\n[1]: https://evil.example", "[click][1]\n\n[1]·: https:·//evil.example")]
    [InlineData("https://evil.example and www.evil.example and WWW.evil.example", "https:·//evil.example and www·.evil.example and www·.evil.example")]
    [InlineData("<https://evil.example>", "<·https:·//evil.example>")]
    [InlineData("<a href='x'>x</a>", "<·a href='x'>x<·/a>")]
    // No other issue hears of it.
    [InlineData("fixes #1, org/repo#22, GH-3, gh-4", "fixes #·1, org/repo#·22, GH-·3, gh-·4")]
    // No entity turns into what was taken away, and nothing is hidden.
    [InlineData("&#64;octocat &commat;octocat &#x40;octocat", "&·#·64;octocat &·commat;octocat &·#x40;octocat")]
    [InlineData("<!-- gpu-inference: preview --> <!-- hidden", "<·!-- gpu-inference: preview --> <·!-- hidden")]
    [InlineData("<details open onclick=x>", "<·details open onclick=x>")]
    [InlineData("<\0img>", "<·img>")]
    public async Task It_comes_out_dead(string text, string expected) => Assert.Equal(expected, await HarmlessAsync(text));

    [SkippableTheory]
    [InlineData("<details><summary>12 created</summary>\n\n* `a`\n\n</details>")]
    [InlineData("| pool | nodes |\n|---|---:|\n| t4 | 3 |")]
    [InlineData("```diff\n- a: 1\n+ a: 2\n```")]
    [InlineData("## prod\n\n**2 to replace**, `spec.containers[server].image` a &lt;b&gt; &amp; c: $1,000 → $2,000 # of nodes")]
    public async Task What_a_report_is_written_in_stays_as_it_is(string text) => Assert.Equal(text, await HarmlessAsync(text));

    private async Task<string> HarmlessAsync(string text)
    {
        await using var context = await chromium.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        Assert.StartsWith("function harmless", CommentScript.Harmless, StringComparison.Ordinal);
        var answer = await page.EvaluateAsync<string>($"text => {{ {CommentScript.Harmless}\nreturn harmless(text); }}", text);
        // A space without width parts what would be read together; a dot shows it here.
        return answer.Replace("\u200b", "·", StringComparison.Ordinal);
    }
}
