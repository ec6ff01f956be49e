using System;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class DomainNameTests
{
    [Theory]
    [InlineData("ai.example.com", "ai.example.com")]
    [InlineData("AI.Example.COM.", "ai.example.com")]
    [InlineData(" ai.example.com ", "ai.example.com")]
    [InlineData("bücher.example", "xn--bcher-kva.example")]
    [InlineData("xn--bcher-kva.example", "xn--bcher-kva.example")]
    [InlineData("例え.テスト", "xn--r8jz45g.xn--zckzah")]
    [InlineData("1.example.com", "1.example.com")]
    public void Hostnames_become_what_DNS_has(string text, string hostname)
    {
        Assert.True(DomainName.TryRead(text, out string read, out string? problem), problem);
        Assert.Equal(hostname, read);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("  ", "is empty")]
    [InlineData("localhost", "not a hostname")]
    [InlineData("https://ai.example.com/v1", "Did you mean 'ai.example.com'?")]
    [InlineData("ai.example.com:8443", "Did you mean 'ai.example.com'?")]
    [InlineData("user@ai.example.com", "Did you mean 'ai.example.com'?")]
    [InlineData("*.example.com", "has a wildcard")]
    [InlineData("ai_1.example.com", "Did you mean 'ai-1.example.com'?")]
    [InlineData("-ai.example.com", "not a hostname")]
    [InlineData("ai..example.com", "not a hostname")]
    [InlineData(".", "not a hostname")]
    [InlineData("192.0.2.1", "is an address")]
    [InlineData("[2001:db8::1]", "is an address")]
    [InlineData("ai.example.com\nx", "not a hostname")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example.com", "not a hostname")]
    public void Others_are_refused_with_what_may_be_meant(string text, string says)
    {
        Assert.False(DomainName.TryRead(text, out string hostname, out string? problem));
        Assert.Equal(string.Empty, hostname);
        Assert.Contains(says, problem, StringComparison.Ordinal);
    }
}
