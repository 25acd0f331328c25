package edgecraft.routing.checks.world;

import edgecraft.kit.Location;
import java.util.List;

/** The cities of the world. Each line is the code of an airport, degrees north, degrees east, and the name. */
final class Cities {

    /** Those with an edge. */
    static final List<City> WITH_EDGE = read("""
            ams 52.37 4.90 Amsterdam
            arn 59.33 18.07 Stockholm
            ath 37.98 23.73 Athens
            atl 33.75 -84.39 Atlanta
            bkk 13.76 100.50 Bangkok
            bog 4.71 -74.07 Bogota
            bom 19.08 72.88 Mumbai
            cai 30.04 31.24 Cairo
            cdg 48.86 2.35 Paris
            cgk -6.21 106.85 Jakarta
            cph 55.68 12.57 Copenhagen
            cpt -33.92 18.42 Cape Town
            del 28.61 77.21 Delhi
            den 39.74 -104.99 Denver
            dfw 32.78 -96.80 Dallas
            dub 53.35 -6.26 Dublin
            dxb 25.20 55.27 Dubai
            eze -34.60 -58.38 Buenos Aires
            fra 50.11 8.68 Frankfurt
            gig -22.91 -43.17 Rio de Janeiro
            gru -23.55 -46.63 Sao Paulo
            hel 60.17 24.94 Helsinki
            hkg 22.32 114.17 Hong Kong
            iad 38.91 -77.04 Washington
            icn 37.57 126.98 Seoul
            ist 41.01 28.98 Istanbul
            jfk 40.71 -74.01 New York
            jnb -26.20 28.05 Johannesburg
            kix 34.69 135.50 Osaka
            kul 3.14 101.69 Kuala Lumpur
            lax 34.05 -118.24 Los Angeles
            lhr 51.51 -0.13 London
            lim -12.05 -77.04 Lima
            lis 38.72 -9.14 Lisbon
            los 6.52 3.38 Lagos
            maa 13.08 80.27 Chennai
            mad 40.42 -3.70 Madrid
            mel -37.81 144.96 Melbourne
            mex 19.43 -99.13 Mexico City
            mia 25.76 -80.19 Miami
            mnl 14.60 120.98 Manila
            mxp 45.46 9.19 Milan
            nbo -1.29 36.82 Nairobi
            nrt 35.68 139.69 Tokyo
            ord 41.88 -87.63 Chicago
            otp 44.43 26.10 Bucharest
            per -31.95 115.86 Perth
            prg 50.08 14.44 Prague
            scl -33.45 -70.67 Santiago
            sea 47.61 -122.33 Seattle
            sfo 37.77 -122.42 San Francisco
            sin 1.35 103.82 Singapore
            syd -33.87 151.21 Sydney
            tlv 32.09 34.78 Tel Aviv
            tpe 25.03 121.57 Taipei
            vie 48.21 16.37 Vienna
            waw 52.23 21.01 Warsaw
            yul 45.50 -73.57 Montreal
            yyz 43.65 -79.38 Toronto
            zrh 47.37 8.54 Zurich
            """);

    /** Those without. */
    static final List<City> WITHOUT_EDGE = read("""
            acc 5.60 -0.19 Accra
            add 9.03 38.74 Addis Ababa
            akl -36.85 174.76 Auckland
            ala 43.24 76.89 Almaty
            alg 36.75 3.06 Algiers
            amm 31.95 35.93 Amman
            anc 61.22 -149.90 Anchorage
            asu -25.26 -57.58 Asuncion
            beg 44.79 20.45 Belgrade
            bey 33.89 35.50 Beirut
            bgo 60.39 5.32 Bergen
            blr 12.97 77.59 Bangalore
            bne -27.47 153.03 Brisbane
            bsb -15.79 -47.88 Brasilia
            bud 47.50 19.04 Budapest
            ccs 10.48 -66.90 Caracas
            ccu 22.57 88.36 Kolkata
            chc -43.53 172.64 Christchurch
            cmb 6.93 79.86 Colombo
            cmn 33.57 -7.59 Casablanca
            cts 43.06 141.35 Sapporo
            dac 23.81 90.41 Dhaka
            dar -6.79 39.21 Dar es Salaam
            dkr 14.72 -17.47 Dakar
            dme 55.76 37.62 Moscow
            drw -12.46 130.84 Darwin
            ebb 0.35 32.58 Kampala
            fih -4.44 15.27 Kinshasa
            for -3.73 -38.52 Fortaleza
            fuk 33.59 130.40 Fukuoka
            gua 14.63 -90.51 Guatemala City
            ham 53.55 9.99 Hamburg
            han 21.03 105.85 Hanoi
            hav 23.11 -82.37 Havana
            hnl 21.31 -157.86 Honolulu
            hre -17.83 31.05 Harare
            iev 50.45 30.52 Kyiv
            isb 33.68 73.05 Islamabad
            kef 64.15 -21.94 Reykjavik
            ktm 27.72 85.32 Kathmandu
            lad -8.84 13.23 Luanda
            lpb -16.50 -68.15 La Paz
            mao -3.12 -60.02 Manaus
            mru -20.16 57.50 Port Louis
            msp 44.98 -93.27 Minneapolis
            muc 48.14 11.58 Munich
            mvd -34.90 -56.16 Montevideo
            nan -18.14 178.44 Suva
            nou -22.27 166.46 Noumea
            osl 59.91 10.75 Oslo
            phx 33.45 -112.07 Phoenix
            pnh 11.56 104.92 Phnom Penh
            pty 8.98 -79.52 Panama City
            rgn 16.87 96.20 Yangon
            rix 56.95 24.11 Riga
            ruh 24.71 46.68 Riyadh
            tas 41.30 69.24 Tashkent
            tbs 41.72 44.78 Tbilisi
            uio -0.18 -78.47 Quito
            uln 47.89 106.91 Ulaanbaatar
            yhz 44.65 -63.58 Halifax
            yvr 49.28 -123.12 Vancouver
            """);

    private Cities() {}

    private static List<City> read(String lines) {
        return lines.lines().map(line -> city(line.split(" ", 4))).toList();
    }

    private static City city(String... columns) {
        Location centre = new Location(Double.parseDouble(columns[1]), Double.parseDouble(columns[2]));
        return new City(columns[0], columns[3], centre);
    }
}
