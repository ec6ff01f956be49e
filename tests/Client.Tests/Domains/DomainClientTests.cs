using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class DomainClientTests
{
    private const string Zone = "d56084adb405e0b7e32c52321bf07be6";

    private const string Domain = """
        {"hostname":"ai.example.com","gateway_id":"prod","status":"pending_dcv","cname_target":"prod.example-target.com","created_at":1790000000000,"modified_at":1790000001000}
        """;

    [Fact]
    public async Task A_domain_is_read_with_times_from_Unix_milliseconds_and_the_record_to_make()
    {
        AiGatewayDomain domain = await ReadAsync(Domain);
        Assert.Equal(DomainStatus.PendingDcv, domain.Status);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1790000000000), domain.CreatedAt);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1790000001000), domain.ModifiedAt);
        Assert.Equal("ai.example.com CNAME prod.example-target.com", $"{domain.DnsRecord}");
        Assert.Equal("https://ai.example.com/", domain.Endpoint!.AbsoluteUri);
        Assert.Equal(("prod", Bench.Account), (domain.GatewayId, domain.AccountId));
        Assert.Empty(domain.AdditionalProperties);
    }

    [Fact]
    public async Task Loose_types_are_understood()
    {
        AiGatewayDomain domain = await ReadAsync("""
            {"hostname":"ai.example.com","gateway_id":7,"status":"frozen","minTLS":1.2,"created_at":"1790000000000","modified_at":"2026-09-21T13:46:40Z","status_reason":"why"}
            """);
        Assert.Equal(DomainStatus.Unknown, domain.Status);
        Assert.Equal("1.2", domain.MinTls);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1790000000000), domain.CreatedAt);
        Assert.Equal(new DateTimeOffset(2026, 9, 21, 13, 46, 40, TimeSpan.Zero), domain.ModifiedAt);
        Assert.Null(domain.DnsRecord);
        Assert.Equal("prod", domain.GatewayId);
        Assert.Equal(["status_reason"], domain.AdditionalProperties.Keys);
    }

    [Fact]
    public async Task A_create_writes_minTLS_in_camel_case_and_only_when_asked()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(Domain));
        await bench.Client.Domains.CreateAsync(Bench.Account, "prod", "ai.example.com", Zone, "1.2", bench.Call);
        await bench.Client.Domains.CreateAsync(Bench.Account, "prod", "ai.example.com", Zone, null, bench.Call);
        Assert.Equal($$"""{"domain":"ai.example.com","zone_id":"{{Zone}}","minTLS":"1.2"}""", bench.Service.Sent[0].Body);
        Assert.Equal($$"""{"domain":"ai.example.com","zone_id":"{{Zone}}"}""", bench.Service.Sent[1].Body);
    }

    [Fact]
    public async Task Open_and_there_is_success()
    {
        var bench = new Bench();
        bench.Service.ThenThrow(Answers.Broken).Then(() => Answers.Ok(Domain));
        Assert.Equal("ai.example.com", (await CreateAsync(bench)).Hostname);
        Assert.Equal(["POST", "GET"], bench.Service.Sent.Select(s => s.Method));
    }

    [Fact]
    public async Task Open_and_not_there_is_sent_again()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(502)).Then(() => Answers.Fail(404, 7002, "Not Found")).Then(() => Answers.Ok(Domain));
        await CreateAsync(bench);
        Assert.Equal(["POST", "GET", "POST"], bench.Service.Sent.Select(s => s.Method));
    }

    [Fact]
    public async Task A_domain_of_another_zone_says_what_to_check()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(400, 7001, "The domain does not belong to the zone"));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => CreateAsync(bench));
        Assert.Equal(AiGatewayErrorKind.Rejected, error.Kind);
        Assert.Contains("does not belong to the zone", error.Message, StringComparison.Ordinal);
        Assert.Contains($"'ai.example.com' lies in the zone {Zone}", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "Domain")]
    [InlineData(false, "Gateway")]
    public async Task What_is_missing_is_told_apart(bool hasGateway, string resource)
    {
        var bench = new Bench();
        bench.Service.Then((request, _) => Task.FromResult(
            hasGateway && request.RequestUri!.AbsolutePath.EndsWith("/gateways/prod", StringComparison.Ordinal) ? Answers.Ok(Answers.Gateway) : Answers.Fail(404, 7002, "Not Found")));
        foreach (Func<Task> call in new Func<Task>[]
        {
            () => bench.Client.Domains.GetAsync(Bench.Account, "prod", "ai.example.com", bench.Call),
            () => bench.Client.Domains.DeleteAsync(Bench.Account, "prod", "ai.example.com", bench.Call),
            () => CreateAsync(bench),
        })
        {
            AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(call);
            Assert.Equal((AiGatewayErrorKind.NotFound, resource), (error.Kind, error.Resource));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_empty_list_is_believed_only_of_a_gateway_that_exists(bool hasGateway)
    {
        var bench = new Bench();
        bench.Service.Then((request, _) => Task.FromResult(
            request.RequestUri!.AbsolutePath.EndsWith("/custom-domains", StringComparison.Ordinal) ? Answers.Ok("[]")
            : hasGateway ? Answers.Ok(Answers.Gateway) : Answers.Fail(404, 7002, "Not Found")));
        Task<ResultPage<AiGatewayDomain>> list = bench.Client.Domains.ListAsync(Bench.Account, "prod", DomainStatus.PendingDcv, "ai", 1, 50, bench.Call);
        if (hasGateway)
        {
            Assert.Empty((await list).Items);
            Assert.Equal("?status=pending_dcv&search=ai&page=1&per_page=50", bench.Service.Sent[0].Address.Query);
        }
        else
        {
            AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => list);
            Assert.Equal("Gateway", error.Resource);
            Assert.Contains("no gateway 'prod'", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Account_trouble_is_not_taken_for_a_missing_gateway()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok("[]")).Then(() => Answers.Fail(403, 10000, "Authentication error"));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => bench.Client.Domains.ListAsync(Bench.Account, "prod", null, null, 1, 50, bench.Call));
        Assert.Equal(AiGatewayErrorKind.Forbidden, error.Kind);
    }

    private static Task<AiGatewayDomain> CreateAsync(Bench bench) =>
        bench.Client.Domains.CreateAsync(Bench.Account, "prod", "ai.example.com", Zone, null, bench.Call);

    private static Task<AiGatewayDomain> ReadAsync(string result)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(result));
        return bench.Client.Domains.GetAsync(Bench.Account, "prod", "ai.example.com", bench.Call);
    }
}
