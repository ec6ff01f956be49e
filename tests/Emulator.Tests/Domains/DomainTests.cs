using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>The life of a custom domain.</summary>
public sealed class DomainTests : IAsyncLifetime
{
    private const string Zone = "d56084adb405e0b7e32c52321bf07be6";
    private const string Collection = Twin.Gateways + "/my-gateway/custom-domains";

    private readonly Twin _twin = new();

    public async ValueTask InitializeAsync() => await _twin.CreateAsync(Twin.Body("my-gateway"));

    public ValueTask DisposeAsync()
    {
        _twin.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_domain_becomes_active_by_the_clock()
    {
        Answer created = await AddAsync("ai.example.com");
        Assert.Equal("initializing", (string?)created.Result["status"]);
        long start = _twin.Time.GetUtcNow().ToUnixTimeMilliseconds();
        Assert.Equal((start, start), ((long)created.Result["created_at"]!, (long)created.Result["modified_at"]!));
        Assert.StartsWith("my-gateway.", (string?)created.Result["cname_target"], StringComparison.Ordinal);
        _twin.Time.Advance(TimeSpan.FromSeconds(2));
        JsonNode pending = (await _twin.Client.GetAsync(Collection + "/AI.example.com")).Result;
        Assert.Equal(("pending_dcv", start + 2000), ((string?)pending["status"], (long)pending["modified_at"]!));
        _twin.Time.Advance(TimeSpan.FromSeconds(3));
        JsonNode active = Assert.Single((await _twin.Client.GetAsync(Collection + "?status=active")).Result.AsArray())!;
        Assert.Equal(("active", start + 5000, start), ((string?)active["status"], (long)active["modified_at"]!, (long)active["created_at"]!));
        Assert.Empty((await _twin.Client.GetAsync(Collection + "?status=pending_dcv")).Result.AsArray());
        Assert.Empty((await _twin.Client.GetAsync(Collection + "?search=zzz")).Result.AsArray());
        Assert.Equal(400, (await _twin.Client.GetAsync(Collection + "?status=frozen")).Status);
    }

    [Fact]
    public async Task The_documents_example_is_taken()
    {
        JsonNode create = OpenApiDocument.Instance.Root["paths"]!["/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/custom-domains"]!["post"]!;
        Assert.Equal(200, (await _twin.Client.PostAsync(Collection, create["requestBody"]!["content"]!["application/json"]!["example"]!.DeepClone())).Status);
    }

    [Fact]
    public async Task A_hostname_is_taken_once_whatever_the_gateway()
    {
        await _twin.CreateAsync(Twin.Body("other"));
        await AddAsync("ai.example.com");
        Answer again = await _twin.Client.PostAsync(Twin.Gateways + "/other/custom-domains", new JsonObject { ["domain"] = "AI.example.com", ["zone_id"] = Zone });
        Assert.Equal((400, 7001), (again.Status, again.Code));
        Assert.Contains("already exists", (string?)again.Error["message"], StringComparison.Ordinal);
        Assert.Equal(404, (await _twin.Client.GetAsync(Twin.Gateways + "/other/custom-domains/ai.example.com")).Status);
    }

    [Fact]
    public async Task A_hostname_has_to_lie_in_its_zone()
    {
        string shop = new('a', 32);
        string fourth = new('b', 32);
        Assert.Equal(200, (await AddAsync("example.com")).Status);
        Assert.Equal(400, (await AddAsync("notexample.com")).Status);
        Assert.Equal(400, (await AddAsync("ai.example.com", shop)).Status);
        Assert.Equal(200, (await AddAsync("ai.shop.co.uk", shop)).Status);
        Assert.Equal(200, (await AddAsync("llm.shop.co.uk", shop)).Status);
        Answer wrong = await AddAsync("ai.other.co.uk", shop);
        Assert.Equal("body.domain: The domain does not belong to the zone", Assert.Single(wrong.Problems));
        Assert.Equal(400, (await AddAsync("x.shop.co.uk", fourth)).Status);
        Assert.Equal(200, (await AddAsync("x.other.co.uk", fourth)).Status);
    }

    [Theory]
    [InlineData("domain", "\"no dots\"", "body.domain: Invalid")]
    [InlineData("domain", "\"https://ai.example.com\"", "body.domain: Invalid")]
    [InlineData("zone_id", "\"0123456789abcdef0123456789abcdef0\"", "body.zone_id: String must contain at most 32 character(s)")]
    [InlineData("minTLS", "\"1.4\"", "body.minTLS: Invalid enum value. Expected '1.0' | '1.1' | '1.2' | '1.3', received '1.4'")]
    public async Task Bad_members_are_refused(string member, string value, string problem)
    {
        JsonObject body = new() { ["domain"] = "ai.example.com", ["zone_id"] = Zone, [member] = JsonNode.Parse(value) };
        Assert.Equal(problem, Assert.Single((await _twin.Client.PostAsync(Collection, body)).Problems));
    }

    [Fact]
    public async Task Domains_go_with_their_gateway_and_alone()
    {
        await AddAsync("a.example.com");
        await AddAsync("b.example.com");
        Answer removed = await _twin.Client.DeleteAsync(Collection + "/a.example.com");
        Assert.Equal("a.example.com", (string?)removed.Result["hostname"]);
        Assert.Equal((404, 7002), (await StatusAsync("/a.example.com")));
        Assert.Equal(["b.example.com"], (await _twin.Client.GetAsync(Collection)).Result.AsArray().Select(d => (string?)d!["hostname"]));
        await _twin.Client.DeleteAsync(Twin.Gateways + "/my-gateway");
        Assert.Equal((404, 7002), await StatusAsync(string.Empty));
        await _twin.CreateAsync(Twin.Body("my-gateway"));
        Assert.Empty((await _twin.Client.GetAsync(Collection)).Result.AsArray());
        Assert.Equal(200, (await AddAsync("b.example.com")).Status);
    }

    private async Task<(int Status, int Code)> StatusAsync(string path)
    {
        Answer answer = await _twin.Client.GetAsync(Collection + path);
        return (answer.Status, answer.Code);
    }

    private Task<Answer> AddAsync(string hostname, string zone = Zone) =>
        _twin.Client.PostAsync(Collection, new JsonObject { ["domain"] = hostname, ["zone_id"] = zone });
}
