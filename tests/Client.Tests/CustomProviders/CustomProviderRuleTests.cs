using System;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class CustomProviderRuleTests
{
    [Theory]
    [InlineData("example-llm", null)]
    [InlineData("Example_LLM-2", null)]
    [InlineData("-", null)]
    [InlineData("", "The slug is empty.")]
    [InlineData("my llm", "Did you mean 'my-llm'?")]
    [InlineData("llm.example.com", "Did you mean 'llm-example-com'?")]
    [InlineData("../x", "Did you mean 'x'?")]
    [InlineData("größe", "Did you mean 'gr-e'?")]
    [InlineData("x\n", "Did you mean 'x'?")]
    [InlineData("。", "A slug has letters")]
    public void Slugs(string slug, string? says) => Check(CustomProviderSlug.Explain(slug), says);

    [Theory]
    [InlineData("https://llm.example.com", null)]
    [InlineData("https://llm.example.com:8443/v1/", null)]
    [InlineData("http://llm.example.com", "must start with https://")]
    [InlineData("http://localhost:8080", "must start with https://")]
    [InlineData("ftp://llm.example.com", "must start with https://")]
    [InlineData("llm.example.com", "no absolute address")]
    [InlineData("/v1", "no absolute address")]
    [InlineData("", "is empty")]
    [InlineData("https://user:pa55word@llm.example.com", "must not contain a user name")]
    [InlineData("user:pa55word@llm.example.com", "no absolute address|must start with https")]
    [InlineData("https://llm.example.com/v1?key=1", "must not contain a query")]
    [InlineData("https://llm.example.com/#x", "must not contain a query")]
    public void Addresses(string address, string? says)
    {
        string? problem = CustomProviderAddress.Explain(address);
        Check(problem, says);
        Assert.DoesNotContain("pa55word", problem ?? string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slash_at_the_end_would_be_doubled_by_the_path_of_a_call() =>
        Assert.Equal("https://llm.example.com/v1", CustomProviderAddress.Normalize(" https://llm.example.com/v1// "));

    private static void Check(string? problem, string? says)
    {
        if (says is null)
        {
            Assert.Null(problem);
        }
        else
        {
            Assert.Contains(says.Split('|'), part => problem?.Contains(part, StringComparison.Ordinal) == true);
        }
    }
}
