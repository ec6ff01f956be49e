using System;
using System.Net.Http;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class RequestUriTests
{
    private const string Base = "https://api.example/client/v4";

    [Theory]
    [InlineData("prod", "prod")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("../../user", "..%2F..%2Fuser")]
    [InlineData("a?b#c", "a%3Fb%23c")]
    [InlineData("100%", "100%25")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("...", "...")]
    [InlineData("größe", "gr%C3%B6%C3%9Fe")]
    public void Values_stay_in_their_segment(string name, string expected)
    {
        Uri address = RequestUri.Build(Base, GatewayRequests.Get("acc", name));
        Assert.Equal($"{Base}/accounts/acc/ai-gateway/gateways/{expected}", address.AbsoluteUri);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("  ")]
    public void Values_that_would_change_the_path_are_refused(string name)
    {
        AiGatewayException error = Assert.Throws<AiGatewayException>(() => RequestUri.Build(Base, GatewayRequests.Delete("acc", name)));
        Assert.Equal(AiGatewayErrorKind.Rejected, error.Kind);
    }

    [Fact]
    public void Queries_are_escaped_and_missing_ones_left_out()
    {
        Assert.Equal(
            Base + "/accounts/acc/ai-gateway/gateways?search=a%26b%3D%20c&page=1&per_page=20",
            RequestUri.Build(Base, GatewayRequests.List("acc", "a&b= c", 1, 20)).AbsoluteUri);
        Assert.Equal("?page=1&per_page=20", RequestUri.Build(Base, GatewayRequests.List("acc", null, 1, 20)).Query);
    }

    [Fact]
    public void A_template_without_its_value_is_our_own_mistake() =>
        Assert.Throws<InvalidOperationException>(() => RequestUri.Build(Base, new ApiRequest(HttpMethod.Get, "/x/{y}", "op", "try")));

    [Theory]
    [InlineData("https://api.cloudflare.com/client/v4", "https://api.cloudflare.com/client/v4")]
    [InlineData("https://api.cloudflare.com/client/v4/", "https://api.cloudflare.com/client/v4")]
    [InlineData("http://127.0.0.1:8787/client/v4", "http://127.0.0.1:8787/client/v4")]
    [InlineData("http://localhost:8787", "http://localhost:8787")]
    [InlineData("http://[::1]:8787", "http://[::1]:8787")]
    public void Good_base_addresses(string address, string expected) => Assert.Equal(expected, EndpointRule.Normalize(new Uri(address)));

    [Theory]
    [InlineData("http://api.cloudflare.com", "in the clear")]
    [InlineData("http://127.0.0.1.evil.example", "in the clear")]
    [InlineData("ftp://x.example", "https://")]
    [InlineData("file:///etc/passwd", "https://")]
    [InlineData("https://user:secret-pw@x.example", "user name")]
    [InlineData("https://x.example/?a=b", "query")]
    [InlineData("https://x.example/#a", "fragment")]
    public void Bad_base_addresses(string address, string word)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => EndpointRule.Normalize(new Uri(address)));
        Assert.Contains(word, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-pw", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://proxy.example:3128", true)]
    [InlineData("socks5://proxy.example:1080", true)]
    [InlineData("http://user:secret-pw@proxy.example:3128", false)]
    [InlineData("ftp://proxy.example", false)]
    public void Proxies_carry_no_credentials_in_their_address(string address, bool good)
    {
        var options = new ConnectionOptions { ApiToken = Bench.Secret("t"), Proxy = new Uri(address) };
        if (good)
        {
            Assert.NotNull(new ClientFactory().Create(options, null));
            return;
        }

        ArgumentException error = Assert.Throws<ArgumentException>(() => new ClientFactory().Create(options, null));
        Assert.DoesNotContain("secret-pw", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_relative_base_address_is_bad() => Assert.Throws<ArgumentException>(() => EndpointRule.Normalize(new Uri("client/v4", UriKind.Relative)));
}
