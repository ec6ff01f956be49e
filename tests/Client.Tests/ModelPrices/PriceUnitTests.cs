using System;
using System.Globalization;
using System.Linq;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class PriceUnitTests
{
    [Theory]
    [InlineData("0.15", "0.00000015")]
    [InlineData("2.50", "0.0000025")]
    [InlineData("10", "0.00001")]
    [InlineData("0", "0")]
    [InlineData("0.075", "0.000000075")]
    [InlineData("0.1", "0.0000001")]
    [InlineData("0.3", "0.0000003")]
    [InlineData("1.1", "0.0000011")]
    [InlineData("123456.789", "0.123456789")]
    [InlineData("0.0000000000000000000001", "0.0000000000000000000000000001")]
    public void A_million_and_one_are_the_same_price_without_rounding(string perMillion, string perToken)
    {
        decimal million = Read(perMillion);
        decimal one = Assert.NotNull(PriceUnit.ToPerToken(million));
        Assert.Equal(perToken, one.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(million, PriceUnit.ToPerMillion(one));
        Assert.DoesNotContain("000000", PriceUnit.ToPerMillion(one)!.Value.ToString(CultureInfo.InvariantCulture).TrimStart('0', '.').TrimEnd('1'), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.00000000000000000000001")]
    [InlineData("1.0000000000000000000000001")]
    public void What_would_be_rounded_is_refused(string perMillion) => Assert.Null(PriceUnit.ToPerToken(Read(perMillion)));

    [Fact]
    public void Random_prices_survive_the_way_there_and_back()
    {
        var random = new Random(42);
        for (int i = 0; i < 10_000; i++)
        {
            decimal price = new(random.Next(), random.Next(), 0, isNegative: false, (byte)random.Next(0, 19));
            if (PriceUnit.ToPerToken(price) is decimal one)
            {
                Assert.Equal(price, PriceUnit.ToPerMillion(one));
            }
        }
    }

    [Fact]
    public void No_price_and_absurd_ones_are_no_error()
    {
        Assert.Null(PriceUnit.ToPerMillion(null));
        Assert.Null(PriceUnit.ToPerMillion(decimal.MaxValue));
    }

    [Fact]
    public void Every_price_of_the_API_has_a_name_and_a_property()
    {
        string[] members = [.. typeof(TokenPricing).GetProperties().Where(p => p.PropertyType == typeof(decimal?)).Select(WireSpelling.Of)];
        Assert.Equal(members.Order(StringComparer.Ordinal), PriceName.Members.Order(StringComparer.Ordinal));
        Assert.All(members, member => Assert.NotNull(typeof(AiGatewayModelPrice).GetProperty(PriceName.Of(member)!)));
    }

    private static decimal Read(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
